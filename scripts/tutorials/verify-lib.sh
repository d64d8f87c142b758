# shellcheck shell=bash
# What the verifiers of the tutorials share. They run on the hosts and look with openssl, systemctl, ss and etcdctl.

failures=0

# holds WHAT COMMAND...: the command must succeed.
holds() {
    local what=$1
    shift
    if ! "$@" >/dev/null 2>&1; then
        echo "FAIL $what: $*"
        failures=$((failures + 1))
    fi
}

# fails WHAT COMMAND...: the command must not succeed.
fails() {
    local what=$1
    shift
    if "$@" >/dev/null 2>&1; then
        echo "FAIL $what: succeeded: $*"
        failures=$((failures + 1))
    fi
}

# same WHAT FOUND WANTED
same() {
    if [[ $2 != "$3" ]]; then
        printf 'FAIL %s:\n  found  %s\n  wanted %s\n' "$1" "$2" "$3"
        failures=$((failures + 1))
    fi
}

# owned WHAT PATH MODE OWNER:GROUP
owned() { same "$1" "$(stat -c '%a %U:%G' "$2" 2>&1)" "$3 $4"; }

subject() { openssl x509 -in "$1" -noout -subject -nameopt RFC2253 | sed 's/^subject=//'; }

# The alternative names of a certificate, sorted, one blank between two.
names() {
    openssl x509 -in "$1" -noout -ext subjectAltName | sed 1d | tr ',' '\n' | sed 's/^ *//; s/IP Address:/IP:/' | sort | paste -sd' '
}

# Sorts its words.
sorted() { printf '%s\n' "$@" | sort | paste -sd' '; }

usages() { openssl x509 -in "$1" -noout -ext extendedKeyUsage | sed 1d | sed 's/^ *//'; }

days() {
    local from until
    from=$(date -d "$(openssl x509 -in "$1" -noout -startdate | cut -d= -f2)" +%s)
    until=$(date -d "$(openssl x509 -in "$1" -noout -enddate | cut -d= -f2)" +%s)
    echo $(((until - from + 43200) / 86400))
}

# key_of CERTIFICATE: "rsa 2048", "prime256v1 256"
key_of() {
    local text
    text=$(openssl x509 -in "$1" -noout -text)
    case $text in
    *rsaEncryption*) echo "rsa $(sed -n 's/.*Public-Key: (\([0-9]*\) bit).*/\1/p' <<<"$text")" ;;
    *) sed -n 's/.*ASN1 OID: //p' <<<"$text" ;;
    esac
}

# The key belongs to the certificate, and the authority has signed it.
pair() {
    local certificate=$1 key=$2 authority=$3
    same "$key belongs to $certificate" "$(openssl pkey -in "$key" -pubout)" "$(openssl x509 -in "$certificate" -noout -pubkey)"
    holds "$certificate is signed by $authority" openssl verify -CAfile "$authority" "$certificate"
}

listens() { ss -Hltn | awk '{ print $4 }' | sort | paste -sd' '; }

# The unit runs as USER, starts at boot, and systemd has read what is on the disk.
serves() {
    local unit=$1 user=$2 pid
    same "$unit is active" "$(systemctl is-active "$unit")" active
    same "$unit is enabled" "$(systemctl is-enabled "$unit")" enabled
    same "$unit is read" "$(systemctl show -p NeedDaemonReload --value "$unit")" no
    holds "$unit is sound" systemd-analyze verify --man=no "$(systemctl show -p FragmentPath --value "$unit")"
    pid=$(systemctl show -p MainPID --value "$unit")
    same "$unit runs as" "$(stat -c %U "/proc/$pid")" "$user"
}

no_keys_elsewhere() {
    same "no key of the authority is here" "$(grep -rl --include='*.key' --include='*-key.pem' . /root /tmp /home 2>/dev/null)" ""
}

# members COUNT ETCDCTL...: that many have started, none is a learner.
members() {
    local count=$1 list
    shift
    list=$("$@" member list)
    same "members that have started" "$(grep -c ', started, ' <<<"$list")" "$count"
    same "members in all" "$(wc -l <<<"$list")" "$count"
    fails "a learner" grep -q ', true$' <<<"$list"
}

finish() {
    if [[ $failures -gt 0 ]]; then exit 1; fi
    echo "verified"
}
