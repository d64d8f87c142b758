# shellcheck shell=bash
# Completion of quorate for bash, made by "quorate completion bash". Commands, flags and choices are in here; names of the
# cluster's keys, members and the like are asked of the program, which answers within a second or not at all.

_quorate_at() { # what may stand at a place among the command words
    words=() also=() flags=() kinds=()
    case $1 in
    '')
        words=(connect use context protect unprotect unlock set unset get put del txn compaction watch lease lock elect member move-leader auth user role access cluster quorum status endpoint alarm defrag downgrade check make-mirror snapshot pki host sandbox history help version completion run exit)
        also=(compact)
        flags=(--command --set --keep-going --echo --version)
        kinds=('--command=' '-c=' '--set=')
        ;;
    connect)
        flags=(--save)
        kinds=('--save=' '*=live')
        ;;
    use)
        flags=(--none)
        kinds=('1=live')
        ;;
    context)
        words=(list current show explain save delete)
        also=(use)
        ;;
    'context list')
        ;;
    'context current')
        ;;
    'context show')
        kinds=('1=live')
        ;;
    'context explain')
        ;;
    'context save')
        kinds=('1=')
        ;;
    'context delete')
        kinds=('1=live')
        ;;
    'context use')
        flags=(--none)
        kinds=('1=live')
        ;;
    protect)
        kinds=('1=live')
        ;;
    unprotect)
        kinds=('1=live')
        ;;
    unlock)
        kinds=('1=' '*=')
        ;;
    set)
        kinds=('1=:endpoints cacert cert key discovery-srv discovery-srv-name insecure-discovery insecure-transport insecure-skip-tls-verify user password-file dial-timeout command-timeout keepalive-time keepalive-timeout write-out hex debug yes dry-run' '2=')
        ;;
    unset)
        kinds=('1=:endpoints cacert cert key discovery-srv discovery-srv-name insecure-discovery insecure-transport insecure-skip-tls-verify user password-file dial-timeout command-timeout keepalive-time keepalive-timeout write-out hex debug yes dry-run')
        ;;
    get)
        flags=(--prefix --from-key --keys-only --count-only --print-value-only --limit --rev --sort-by --order --consistency --min-create-rev --max-create-rev --min-mod-rev --max-mod-rev)
        kinds=('--limit=' '--rev=' '--sort-by=:KEY VERSION CREATE MODIFY VALUE' '--order=:ASCEND DESCEND' '--consistency=:l s' '--min-create-rev=' '--max-create-rev=' '--min-mod-rev=' '--max-mod-rev=' '1=live' '2=live')
        ;;
    put)
        flags=(--lease --ttl --prev-kv --ignore-value --ignore-lease)
        kinds=('--lease=live' '--ttl=' '1=live' '2=')
        ;;
    del)
        flags=(--prefix --from-key --range --prev-kv)
        kinds=('1=live' '2=live')
        ;;
    txn)
        flags=(--interactive)
        ;;
    compaction)
        flags=(--physical)
        kinds=('1=')
        ;;
    watch)
        flags=(--interactive --prefix --rev --prev-kv --progress-notify)
        kinds=('--rev=' '*=live')
        ;;
    lease)
        words=(grant revoke timetolive list keep-alive)
        ;;
    'lease grant')
        kinds=('1=')
        ;;
    'lease revoke')
        kinds=('1=live')
        ;;
    'lease timetolive')
        flags=(--keys)
        kinds=('1=live')
        ;;
    'lease list')
        ;;
    'lease keep-alive')
        flags=(--once)
        kinds=('1=live')
        ;;
    lock)
        flags=(--ttl)
        kinds=('--ttl=' '1=live' '*=')
        ;;
    elect)
        flags=(--listen)
        kinds=('1=live' '2=')
        ;;
    member)
        words=(list add remove update promote)
        ;;
    'member list')
        flags=(--consistency)
        kinds=('--consistency=:l s')
        ;;
    'member add')
        flags=(--peer-urls --learner)
        kinds=('--peer-urls=' '1=')
        ;;
    'member remove')
        kinds=('1=live')
        ;;
    'member update')
        flags=(--peer-urls)
        kinds=('--peer-urls=' '1=live')
        ;;
    'member promote')
        kinds=('1=live')
        ;;
    move-leader)
        kinds=('1=live')
        ;;
    auth)
        words=(enable disable status)
        ;;
    'auth enable')
        ;;
    'auth disable')
        ;;
    'auth status')
        ;;
    user)
        words=(add delete get list passwd grant-role revoke-role)
        ;;
    'user add')
        flags=(--interactive --new-user-password --no-password)
        kinds=('--new-user-password=' '1=')
        ;;
    'user delete')
        kinds=('1=live')
        ;;
    'user get')
        flags=(--detail)
        kinds=('1=live')
        ;;
    'user list')
        ;;
    'user passwd')
        flags=(--interactive)
        kinds=('1=live')
        ;;
    'user grant-role')
        kinds=('1=live' '2=live')
        ;;
    'user revoke-role')
        kinds=('1=live' '2=live')
        ;;
    role)
        words=(add delete get list grant-permission revoke-permission)
        ;;
    'role add')
        kinds=('1=')
        ;;
    'role delete')
        kinds=('1=live')
        ;;
    'role get')
        kinds=('1=live')
        ;;
    'role list')
        ;;
    'role grant-permission')
        flags=(--prefix --from-key)
        kinds=('1=live' '2=:read write readwrite' '3=live' '4=live')
        ;;
    'role revoke-permission')
        flags=(--prefix --from-key)
        kinds=('1=live' '2=live' '3=live')
        ;;
    access)
        words=(can)
        ;;
    'access can')
        flags=(--prefix --from-key)
        kinds=('1=live' '2=:read write' '3=live' '4=live')
        ;;
    cluster)
        words=(init list show lint import export adopt plan up drift restart down)
        also=(quorum-table)
        ;;
    'cluster init')
        flags=(--member --like --etcd-version --ssh-user --file --force --print)
        kinds=('--member=' '--like=:000 001 002 003 004' '--etcd-version=' '--ssh-user=' '--file=file' '1=')
        ;;
    'cluster list')
        ;;
    'cluster show')
        flags=(--file --member)
        kinds=('--file=file' '--member=' '1=live')
        ;;
    'cluster lint')
        flags=(--file --no-resolve)
        kinds=('--file=file' '1=live')
        ;;
    'cluster import')
        flags=(--as --group --hcloud --selector --like --etcd-version --ssh-user --file --force --print)
        kinds=('--as=:hcloud ansible table' '--group=' '--selector=' '--like=:000 001 002 003 004' '--etcd-version=' '--ssh-user=' '--file=file' '1=' '2=file')
        ;;
    'cluster export')
        flags=(--file)
        kinds=('--file=file' '1=:kubeadm environment aliases ansible ssh-config' '2=live')
        ;;
    'cluster adopt')
        flags=(--host --unit --ssh-user --accept-new --file --force --print)
        kinds=('--host=live' '--unit=' '--ssh-user=' '--file=file' '1=')
        ;;
    'cluster plan')
        flags=(--file --park --allow-outage)
        kinds=('--file=file' '1=live')
        ;;
    'cluster up')
        flags=(--file --park --allow-outage --passphrase-file --passphrase-env)
        kinds=('--file=file' '--passphrase-file=file' '--passphrase-env=' '1=live')
        ;;
    'cluster drift')
        flags=(--file)
        kinds=('--file=file' '1=live')
        ;;
    'cluster restart')
        flags=(--file --member --allow-outage)
        kinds=('--file=file' '--member=live' '1=live')
        ;;
    'cluster down')
        flags=(--file --member --purge --last)
        kinds=('--file=file' '--member=live' '1=live')
        ;;
    'cluster quorum-table')
        flags=(--up-to)
        kinds=('--up-to=')
        ;;
    quorum)
        words=(table)
        ;;
    'quorum table')
        flags=(--up-to)
        kinds=('--up-to=')
        ;;
    status)
        ;;
    endpoint)
        words=(status health hashkv)
        ;;
    'endpoint status')
        flags=(--cluster)
        ;;
    'endpoint health')
        flags=(--cluster)
        ;;
    'endpoint hashkv')
        flags=(--cluster --rev)
        kinds=('--rev=')
        ;;
    alarm)
        words=(list disarm)
        ;;
    'alarm list')
        ;;
    'alarm disarm')
        ;;
    defrag)
        flags=(--cluster)
        ;;
    downgrade)
        words=(validate enable cancel)
        ;;
    'downgrade validate')
        kinds=('1=')
        ;;
    'downgrade enable')
        kinds=('1=')
        ;;
    'downgrade cancel')
        ;;
    check)
        words=(perf datascale)
        ;;
    'check perf')
        flags=(--load --prefix --auto-compact --auto-defrag)
        kinds=('--load=:s m l xl' '--prefix=')
        ;;
    'check datascale')
        flags=(--load --prefix --auto-compact --auto-defrag)
        kinds=('--load=:s m l xl' '--prefix=')
        ;;
    make-mirror)
        flags=(--prefix --dest-prefix --no-dest-prefix --rev --max-txn-ops --dest-cert --dest-key --dest-cacert --dest-insecure-transport --dest-user --dest-password)
        kinds=('--prefix=live' '--dest-prefix=live' '--rev=' '--max-txn-ops=' '--dest-cert=file' '--dest-key=file' '--dest-cacert=file' '--dest-user=' '--dest-password=' '1=')
        ;;
    snapshot)
        words=(save status verify restore)
        ;;
    'snapshot save')
        kinds=('1=live')
        ;;
    'snapshot status')
        kinds=('1=live')
        ;;
    'snapshot verify')
        kinds=('1=live')
        ;;
    'snapshot restore')
        flags=(--data-dir --wal-dir --name --initial-cluster --initial-cluster-token --initial-advertise-peer-urls --skip-hash-check --bump-revision --mark-compacted --initial-memory-map-size)
        kinds=('--data-dir=directory' '--wal-dir=directory' '--name=' '--initial-cluster=' '--initial-cluster-token=' '--initial-advertise-peer-urls=' '--bump-revision=' '--initial-memory-map-size=' '1=live')
        ;;
    pki)
        words=(init unlock lock revoke crl issue request renew import export list expiring show verify lint)
        ;;
    'pki init')
        flags=(--directory --file --subject --key-type --days --path-length --san --from --crl-url --issuer-url --ocsp-url --digest --encrypt --passphrase-file --passphrase-env --certificate-file --key-file --replace)
        kinds=('--directory=directory' '--file=file' '--subject=' '--key-type=:rsa-2048 rsa-3072 rsa-4096 ec-p256 ec-p384 ec-p521 ed25519' '--days=' '--path-length=' '--san=' '--from=file' '--crl-url=' '--issuer-url=' '--ocsp-url=' '--digest=:sha256 sha384 sha512' '--passphrase-file=file' '--passphrase-env=' '--certificate-file=' '--key-file=')
        ;;
    'pki unlock')
        flags=(--directory --for --passphrase-file --passphrase-env)
        kinds=('--directory=directory' '--for=' '--passphrase-file=file' '--passphrase-env=')
        ;;
    'pki lock')
        flags=(--directory)
        kinds=('--directory=directory')
        ;;
    'pki revoke')
        flags=(--directory --reason --list-days --passphrase-file --passphrase-env)
        kinds=('--directory=directory' '--reason=:unspecified key-compromise affiliation-changed superseded cessation-of-operation' '--list-days=' '--passphrase-file=file' '--passphrase-env=' '1=live')
        ;;
    'pki crl')
        flags=(--directory --list-days --passphrase-file --passphrase-env)
        kinds=('--directory=directory' '--list-days=' '--passphrase-file=file' '--passphrase-env=')
        ;;
    'pki issue')
        flags=(--directory --file --profile --policy --from --san --subject --key-type --key-encoding --days --certificate-file --key-file --key-usage --extended-key-usage --crl-url --issuer-url --ocsp-url --digest --passphrase-file --passphrase-env --mode --member --loopback --extra-san --client)
        kinds=('--directory=directory' '--file=file' '--profile=:server peer client combined' '--policy=file' '--from=file' '--san=' '--subject=' '--key-type=:rsa-2048 rsa-3072 rsa-4096 ec-p256 ec-p384 ec-p521 ed25519' '--key-encoding=:pkcs8 pkcs1 sec1' '--days=' '--certificate-file=' '--key-file=' '--key-usage=:digitalSignature nonRepudiation keyEncipherment dataEncipherment keyAgreement keyCertSign cRLSign encipherOnly decipherOnly' '--extended-key-usage=:serverAuth clientAuth codeSigning emailProtection timeStamping OCSPSigning anyExtendedKeyUsage' '--crl-url=' '--issuer-url=' '--ocsp-url=' '--digest=:sha256 sha384 sha512' '--passphrase-file=file' '--passphrase-env=' '--mode=:per-member one-for-all shared-names combined cluster-server shared-pair' '--member=' '--loopback=' '--extra-san=' '--client=' '1=live')
        ;;
    'pki request')
        flags=(--directory --file --profile --policy --from --san --subject --key-type --key-encoding --days --certificate-file --key-file --key-usage --extended-key-usage --crl-url --issuer-url --ocsp-url --digest --passphrase-file --passphrase-env)
        kinds=('--directory=directory' '--file=file' '--profile=:server peer client combined' '--policy=file' '--from=file' '--san=' '--subject=' '--key-type=:rsa-2048 rsa-3072 rsa-4096 ec-p256 ec-p384 ec-p521 ed25519' '--key-encoding=:pkcs8 pkcs1 sec1' '--days=' '--certificate-file=' '--key-file=' '--key-usage=:digitalSignature nonRepudiation keyEncipherment dataEncipherment keyAgreement keyCertSign cRLSign encipherOnly decipherOnly' '--extended-key-usage=:serverAuth clientAuth codeSigning emailProtection timeStamping OCSPSigning anyExtendedKeyUsage' '--crl-url=' '--issuer-url=' '--ocsp-url=' '--digest=:sha256 sha384 sha512' '--passphrase-file=file' '--passphrase-env=' '1=live')
        ;;
    'pki renew')
        flags=(--directory --all --within --new-key --ca --passphrase-file --passphrase-env)
        kinds=('--directory=directory' '--within=' '--passphrase-file=file' '--passphrase-env=' '*=live')
        ;;
    'pki import')
        flags=(--directory --name --profile --policy --replace --passphrase-file --passphrase-env)
        kinds=('--directory=directory' '--name=' '--profile=:server peer client combined' '--policy=file' '--passphrase-file=file' '--passphrase-env=' '1=file' '2=file')
        ;;
    'pki export')
        flags=(--directory --format --to --passphrase-file --passphrase-env)
        kinds=('--directory=directory' '--format=:pem pkcs12 kubeadm' '--to=file' '--passphrase-file=file' '--passphrase-env=' '1=live')
        ;;
    'pki list')
        flags=(--directory --served)
        kinds=('--directory=directory')
        ;;
    'pki expiring')
        flags=(--directory --within)
        kinds=('--directory=directory' '--within=')
        ;;
    'pki show')
        flags=(--directory)
        kinds=('--directory=directory' '1=live')
        ;;
    'pki verify')
        flags=(--directory --profile --passphrase-file --passphrase-env)
        kinds=('--directory=directory' '--profile=:server peer client combined' '--passphrase-file=file' '--passphrase-env=' '1=file' '2=file' '3=file')
        ;;
    'pki lint')
        flags=(--directory --file --member --config --offline)
        kinds=('--directory=directory' '--file=file' '--member=' '--config=file')
        ;;
    host)
        words=(facts exec logs trust copy-key)
        ;;
    'host facts')
        flags=(--hosts --file --ssh-user --identity --jump --known-hosts --accept-new --width)
        kinds=('--hosts=live' '--file=file' '--ssh-user=' '--identity=file' '--jump=' '--known-hosts=file' '--width=')
        ;;
    'host exec')
        flags=(--sudo --hosts --file --ssh-user --identity --jump --known-hosts --accept-new --width)
        kinds=('--hosts=live' '--file=file' '--ssh-user=' '--identity=file' '--jump=' '--known-hosts=file' '--width=' '*=')
        ;;
    'host logs')
        flags=(--unit --lines --since --follow --sudo --hosts --file --ssh-user --identity --jump --known-hosts --accept-new --width)
        kinds=('--unit=' '--lines=' '-n=' '--since=' '--hosts=live' '--file=file' '--ssh-user=' '--identity=file' '--jump=' '--known-hosts=file' '--width=')
        ;;
    'host trust')
        flags=(--hosts --file --ssh-user --identity --jump --known-hosts --accept-new --width)
        kinds=('--hosts=live' '--file=file' '--ssh-user=' '--identity=file' '--jump=' '--known-hosts=file' '--width=')
        ;;
    'host copy-key')
        flags=(--public-key --hosts --file --ssh-user --identity --jump --known-hosts --accept-new --width)
        kinds=('--public-key=file' '--hosts=live' '--file=file' '--ssh-user=' '--identity=file' '--jump=' '--known-hosts=file' '--width=')
        ;;
    sandbox)
        words=(up down status start stop kill pause resume)
        ;;
    'sandbox up')
        flags=(--members --etcd-version)
        kinds=('--members=' '--etcd-version=')
        ;;
    'sandbox down')
        flags=(--purge)
        ;;
    'sandbox status')
        ;;
    'sandbox start')
        kinds=('1=live')
        ;;
    'sandbox stop')
        kinds=('1=live')
        ;;
    'sandbox kill')
        kinds=('1=live')
        ;;
    'sandbox pause')
        kinds=('1=live')
        ;;
    'sandbox resume')
        kinds=('1=live')
        ;;
    history)
        kinds=('1=')
        ;;
    help)
        kinds=('*=live')
        ;;
    version)
        ;;
    completion)
        kinds=('1=:bash zsh fish')
        ;;
    run)
        flags=(--set --keep-going --echo)
        kinds=('--set=' '1=file')
        ;;
    exit)
        kinds=('1=')
        ;;
    compact)
        flags=(--physical)
        kinds=('1=')
        ;;
    *) return 1 ;;
    esac
}

_quorate_options() { # what may stand in every line
    flags+=(--endpoints --cacert --cert --key --discovery-srv --discovery-srv-name --insecure-discovery --insecure-transport --insecure-skip-tls-verify --user --password --password-file --dial-timeout --command-timeout --keepalive-time --keepalive-timeout --write-out --hex --debug --yes --dry-run --context --cluster --at --help)
    kinds+=('--endpoints=live' '--cacert=file' '--cert=file' '--key=file' '--discovery-srv=' '-d=' '--discovery-srv-name=' '--user=' '--password=' '--password-file=file' '--dial-timeout=' '--command-timeout=' '--keepalive-time=' '--keepalive-timeout=' '--write-out=:auto table simple json yaml fields protobuf' '-w=:auto table simple json yaml fields protobuf' '--context=live' '--cluster=live' '--at=live')
}

_quorate_kind() { # what the value of a flag, or the argument at a position, is
    local row
    for row in "${kinds[@]}"; do
        if [[ ${row%%=*} == "$1" ]]; then
            kind=${row#*=}
            return 0
        fi
    done
    return 1
}

_quorate_typed() { # the words up to the cursor; bash has cut them at = and :
    local line=$COMP_LINE word=0 begin
    for ((word = 0; word <= COMP_CWORD; word++)); do
        begin=${line#"${line%%[![:blank:]]*}"}
        if ((word > 0)) && [[ $begin == "$line" && -n ${COMP_WORDS[word]} ]]; then
            typed[${#typed[@]} - 1]+=${COMP_WORDS[word]}
        else
            typed+=("${COMP_WORDS[word]}")
        fi
        line=${begin#"${COMP_WORDS[word]}"}
    done
}

_quorate_plain() { # a word without its quotes
    plain=${1#[\"\']}
    plain=${plain%[\"\']}
    plain=${plain//\\/}
}

_quorate_live() {
    local program=quorate value quoted plain meant=()
    if [[ ${typed[0]} == */quorate ]]; then program=${typed[0]}; fi
    for value in "${typed[@]:1}"; do
        _quorate_plain "$value"
        meant+=("$plain")
    done
    while IFS=$'\t' read -r value _; do
        printf -v quoted %q "$value"
        quoted=${quoted//\\,/,}
        case $current in
        [\"\']*) COMPREPLY+=("$value") ;;
        *) COMPREPLY+=("$quoted") ;;
        esac
    done < <("$program" __complete -- "${meant[@]}" 2>/dev/null)
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == */ ]]; then compopt -o nospace 2>/dev/null; fi
}

_quorate_value() { # proposes values of a kind; $2 is what stands before the value in the same word
    local value=${current#"$2"}
    case $1 in
    :*) mapfile -t COMPREPLY < <(compgen -P "$2" -W "${1#:}" -- "$value") ;;
    file)
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -P "$2" -f -- "$value")
        ;;
    directory)
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -P "$2" -d -- "$value")
        ;;
    live) _quorate_live ;;
    esac
}

_quorate_uncut() { # readline replaces only what is behind the last = or :, or from the last @ on
    local cut='' i
    for ((i = 0; i < ${#current}; i++)); do
        case ${current:i:1} in
        [=:]) if [[ $COMP_WORDBREAKS == *"${current:i:1}"* ]]; then cut=${current:0:i+1}; fi ;;
        @) if [[ $COMP_WORDBREAKS == *@* ]]; then cut=${current:0:i}; fi ;;
        esac
    done
    COMPREPLY=("${COMPREPLY[@]#"$cut"}")
}

_quorate() {
    local typed=() words also flags kinds kind='' place='' position=0 awaiting='' dashes='' lost='' current word i
    COMPREPLY=()
    _quorate_typed
    current=${typed[${#typed[@]} - 1]}
    _quorate_at '' && _quorate_options
    for ((i = 1; i < ${#typed[@]} - 1; i++)); do
        word=${typed[i]}
        if [[ -n $awaiting ]]; then
            awaiting=''
        elif [[ -z $dashes && $word == -- ]]; then
            dashes=1
        elif [[ -z $dashes && $word == -?* ]]; then
            if [[ $word != *=* ]] && _quorate_kind "$word"; then awaiting=$word; fi
        elif [[ $position -eq 0 && -z $dashes$place && $word == @?* ]]; then
            : # members to ask
        elif [[ $position -eq 0 && " ${words[*]} ${also[*]} " == *" $word "* ]]; then
            place=${place:+$place }$word
            _quorate_at "$place" && _quorate_options
        elif [[ $position -eq 0 && ${#words[@]} -gt 0 ]] && ! _quorate_kind 1 && ! _quorate_kind '*'; then
            lost=1
        else
            position=$((position + 1))
        fi
    done
    if [[ -n $lost || $position -eq 0 && -z $dashes$place$awaiting && $current == @* ]]; then
        _quorate_live
    elif [[ -n $awaiting ]]; then
        _quorate_kind "$awaiting" && _quorate_value "$kind" ''
    elif [[ -z $dashes && $current == --*=* ]]; then
        _quorate_kind "${current%%=*}" && _quorate_value "$kind" "${current%%=*}="
    elif [[ -z $dashes && $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "${flags[*]}" -- "$current")
    else
        if _quorate_kind $((position + 1)) || _quorate_kind '*'; then _quorate_value "$kind" ''; fi
        if [[ $position -eq 0 ]]; then
            mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -W "${words[*]}" -- "$current")
        fi
    fi
    _quorate_uncut
}

complete -F _quorate quorate
if [[ $(alias etcdctl 2>/dev/null) == *quorate* ]]; then complete -F _quorate etcdctl; fi
