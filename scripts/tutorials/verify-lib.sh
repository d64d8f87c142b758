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
    holds "$key belongs to $certificate" same_key "$key" "$certificate"
    holds "$certificate is signed by $authority" openssl verify -CAfile "$authority" "$certificate"
}

listens() { ss -Hltn | awk '{ print $4 }' | sort | paste -sd' '; }

# The unit runs as USER, starts at boot, and systemd has read what is on the disk.
serves() {
    local unit=$1 user=$2 pid
    same "$unit is active" "$(systemctl is-active "$unit")" active
    same "$unit is enabled" "$(systemctl is-enabled "$unit")" enabled
    same "$unit is read" "$(systemctl show -p NeedDaemonReload --value "$unit")" no
    same "$unit is sound" "$(systemd-analyze verify --man=no "$(systemctl show -p FragmentPath --value "$unit")" 2>&1)" ""
    pid=$(systemctl show -p MainPID --value "$unit")
    same "$unit runs as" "$(ps -o user= -p "$pid" 2>&1)" "$user"
}

# keys_only AUTHORITY KEY...: of keys the host has these alone, beside those of its SSH, and none is the authority's.
keys_only() {
    local authority=$1 key found
    shift
    found=$(grep -rlI --exclude-dir=ssh -e '-----BEGIN .*PRIVATE KEY' /etc /home /opt /root /srv /tmp /usr/local /var 2>/dev/null)
    same "keys on the host" "$(sort <<<"$found" | paste -sd' ')" "$(sorted "$@")"
    for key in $found; do
        fails "$key is the authority's" same_key "$key" "$authority"
    done
}

same_key() { [[ $(openssl pkey -in "$1" -pubout) = "$(openssl x509 -in "$2" -noout -pubkey)" ]]; }

signature() { openssl x509 -in "$1" -noout -text | sed -n '0,/Signature Algorithm: /s/.*Signature Algorithm: //p'; }

# shown ADDRESS:PORT: the certificate that is shown there.
shown() { openssl s_client -connect "$1" </dev/null 2>/dev/null | openssl x509; }

# extension CERTIFICATE NAME: its value, on one line.
extension() { openssl x509 -in "$1" -noout -ext "$2" | sed '1d; s/^ *//' | paste -sd' '; }

critical() { openssl x509 -in "$1" -noout -ext "$2" | head -n 1 | grep -q critical; }

readable_by() { holds "$1 can read $2" runuser -u "$1" -- test -r "$2"; }

# settings WHAT FILE SEPARATOR KEY=VALUE...: each stands there once and for all, in quotes or without.
settings() {
    local what=$1 file=$2 separator=$3 pair
    shift 3
    for pair; do
        same "$what ${pair%%=*}" "$(sed -n "s/^ *${pair%%=*}$separator//p" "$file" | sed 's/^"\(.*\)"$/\1/')" "${pair#*=}"
    done
}

# agree COUNT VERSION ETCDCTL...: as many endpoints are healthy, and see one cluster, one leader and one term.
agree() {
    local count=$1 version=$2 status indexes
    shift 2
    same "healthy endpoints" "$("$@" endpoint health 2>&1 | grep -c ' is healthy: ')" "$count"
    status=$("$@" endpoint status)
    same "versions" "$(cut -d, -f3 <<<"$status" | sort -u)" " $version"
    same "leaders" "$(cut -d, -f5 <<<"$status" | grep -c true)" 1
    same "terms" "$(cut -d, -f7 <<<"$status" | sort -u | wc -l)" 1
    mapfile -t indexes < <(cut -d, -f8 <<<"$status" | sort -n)
    holds "indexes within 2: ${indexes[*]}" test "$((indexes[count - 1] - indexes[0]))" -le 2
    same "ids of the cluster" "$("$@" endpoint status -w json | grep -o '"cluster_id":[0-9]*' | sort -u | wc -l)" 1
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
