# shellcheck shell=bash
# Verifies on the operator's machine what tutorial 001 comes to: operator ADDRESS1 ADDRESS2 ADDRESS3

holds "the authority's key is here" same_key "$PKI/ca.key" "$PKI/ca.crt"

token() { "$QUORATE" cluster init "$1" --like 001 --print | sed -n 's/^token: \([^ ]*\).*/\1/p'; }
for token in "$(token one)" "$(token two)"; do holds "token $token" grep -qE '^[A-Za-z0-9]{20}$' <<<"$token"; done
fails "two clusters have one token" test "$(token one)" = "$(token two)"

# The members go by names that only this tutorial's hosts file knows. The file is for any shell of the POSIX kind.
"$QUORATE" cluster export aliases etcd-001 --file "$FILE" >"$PKI/../aliases"
called() {
    # shellcheck disable=SC2016 # for the shell that is called
    unshare --mount bash -c 'mount --bind "$1" /etc/hosts && shift && exec "$@"' called "$NAMES" "$1" -c '. "$0" && "$@"' \
        "$PKI/../aliases" "${@:2}"
}
for shell in bash sh zsh; do
    same "members by the alias of the cluster in $shell" "$(cd / && called $shell etcdctl_cluster member list | grep -c ', started, ')" 3
    for each in 1 2 3; do
        same "endpoints by the alias of member $each in $shell" \
            "$(cd / && called $shell "etcdctl_node$each" endpoint status | cut -d, -f1)" "https://k8s1-etcd$each.k8s.lan:2379"
    done
done

# The same by the console, without a file of aliases.
ids() { "$QUORATE" "$1" endpoint status | cut -d, -f2 | sort | paste -sd,; }
id_of() { "$QUORATE" member list | grep ", $1, " | cut -d, -f1; }
for each in 1 2 3; do
    same "the member that @k8s1-etcd$each.k8s.lan asks" "$(ids "@k8s1-etcd$each.k8s.lan")" " $(id_of "k8s1-etcd$each.k8s.lan")"
done
same "members that @cluster asks" "$("$QUORATE" @cluster endpoint status | wc -l)" 3

status=$("$QUORATE" --dial-timeout 10s status -w json)
same "members with a revision" "$(grep -o '"raft_index":[0-9]*' <<<"$status" | wc -l)" 3
holds "sizes for people" grep -qE '\| +[0-9.]+ [kM]B +\|' <("$QUORATE" --dial-timeout 10s status -w table)

# What etcdctl sees from a host: ctl "NUMBERS OF MEMBERS" WORD...
host() { ssh -F "$HOME/.ssh/config" "k8s1-etcd$1.k8s.lan" "${@:2}"; }
ctl() {
    local at=$1
    shift
    at=$(for each in $at; do printf 'https://k8s1-etcd%s.k8s.lan:2379,' "$each"; done)
    host 2 etcdctl --endpoints "${at%,}" --cacert /etc/etcd/pki/ca.pem --cert /etc/etcd/pki/etcd-client.pem \
        --key /etc/etcd/pki/etcd-client-key.pem "$@"
}

# Shrinking: after many revisions are given up, each database is about what it holds, and the latest values are there.
for round in 1 2 3 4 5; do
    for key in {1..200}; do printf 'put shrink/%s %s-%0800d\n' "$key" "$round" 0; done
done | "$QUORATE" >/dev/null
revision=$("$QUORATE" get shrink/1 -w json | grep -o '"revision":[0-9]*' | cut -d: -f2)
holds "compacting" "$QUORATE" compact "$((revision - 10))" --physical
holds "defragmenting" "$QUORATE" defrag --cluster
sizes() { ctl "1 2 3" endpoint status -w json | grep -oE '"dbSize":[0-9]+|"dbSizeInUse":[0-9]+' | cut -d: -f2 | paste -d' ' - -; }
same "members with a size" "$(sizes | wc -l)" 3
while read -r size used; do
    holds "a size of $size for $used in use" test "$((size * 10))" -le "$((used * 12))"
done < <(sizes)
same "latest values" "$(ctl 2 get shrink/ --prefix --print-value-only | grep -c '^5-')" 200
holds "ten revisions to go back to" ctl 2 get shrink/1 --rev "$((revision - 9))"
fails "eleven" ctl 2 get shrink/1 --rev "$((revision - 11))"

# The replacement of a member: its etcd and the log of its data are lost while the cluster is written to. Its configuration,
# its key and its old id are of no use to it then; it comes back as a newcomer.
lost=k8s1-etcd1.k8s.lan
id() { ctl 2 member list | grep ", $lost, " | cut -d, -f1; }
configured() { host "$1" cat /etc/etcd.conf /etc/systemd/system/etcd3.service | sha256sum; }

before=$(id)
others=$(configured 2)$(configured 3)
host 1 "systemctl kill -s KILL etcd3; systemctl stop etcd3; rm -r /var/lib/etcd/member/wal; echo mine >/var/lib/etcd/member/left"
# Two votes of three must be there all the time; it is asked on a host, without the console.
host 2 "bash -s" >"$PKI/../votes" 2>&1 <<'ASKED' &
export ETCDCTL_CACERT=/etc/etcd/pki/ca.pem ETCDCTL_CERT=/etc/etcd/pki/etcd-client.pem ETCDCTL_KEY=/etc/etcd/pki/etcd-client-key.pem
until [[ -e /run/asked-enough ]]; do
    etcdctl --endpoints https://k8s1-etcd2.k8s.lan:2379,https://k8s1-etcd3.k8s.lan:2379 endpoint health 2>&1 | grep -c ' is healthy: '
done
rm /run/asked-enough
ASKED
asking=$!
# If it led, a write fails until the others have elected another.
for _ in {1..10}; do if [[ $(ctl "2 3" put drill/meanwhile 1) = OK ]]; then break; fi; done
same "a key that is written while it is out" "$(ctl "2 3" get drill/meanwhile --print-value-only)" 1

holds "taking it off" "$QUORATE" cluster down --file "$FILE" --member "$lost" --yes
same "members that are left" "$(ctl 2 member list | wc -l)" 2
same "another key" "$(ctl "2 3" put drill/without 2)" OK
holds "bringing it back" "$QUORATE" cluster up --file "$FILE" --yes
host 2 touch /run/asked-enough
wait "$asking"

holds "it was asked how many voters are healthy" test "$(wc -l <"$PKI/../votes")" -ge 10
same "voters among the others, at any time" "$(sort -u "$PKI/../votes" | paste -sd' ')" 2
members 3 ctl 2
fails "its id is the old one" test "$before" = "$(id)"
fails "the old id is a member" grep -q "^$before," <(ctl 2 member list)
same "what was written meanwhile, at the newcomer" "$(ctl 1 get drill/ --prefix --consistency=s --print-value-only | paste -sd' ')" "1 2"
revision=$(ctl 2 get drill/ -w json | grep -o '"revision":[0-9]*' | cut -d: -f2)
same "hashes of all keys" "$(ctl "1 2 3" endpoint hashkv --rev "$revision" | cut -d, -f2 | sort -u | wc -l)" 1
holds "it joined those that were there" host 1 grep -q -- '--initial-cluster-state=existing' /etc/systemd/system/etcd3.service
same "configurations of the others" "$(configured 2)$(configured 3)" "$others"
same "what was left of its data" "$(host 1 "sort -u /var/lib/etcd.parked-*/member/left")" mine
