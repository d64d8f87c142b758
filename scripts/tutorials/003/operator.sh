# shellcheck shell=bash
# Verifies on the operator's machine what tutorial 003 comes to: operator ADDRESS1 ... ADDRESS6
addresses=("$@")
authority=$PKI/ca.crt

holds "the authority's key is here" same_key "$PKI/ca.key" "$authority"
for client in k8s1api apiserver-etcd-client; do
    pair "$PKI/$client.crt" "$PKI/$client.key" "$authority"
    holds "$client is let in" curl -sf --cacert "$authority" --cert "$PKI/$client.crt" --key "$PKI/$client.key" \
        "https://${addresses[0]}:2379/health"
    same "$client is a client's only" "$(usages "$PKI/$client.crt")" "TLS Web Client Authentication"
done

advice=$("$QUORATE" cluster lint --file "$FILE" 2>&1)
holds "what six members are worth" grep -q '6 members survive the loss of 2, as 5 do' <<<"$advice"
holds "what a zone's loss means" grep -q 'if zone pve1 fails, 3 of 6 members are left and 4 are needed: no quorum' <<<"$advice"
same "quorum and tolerance of 1 to 9" "$("$QUORATE" quorum table --up-to 9 -w simple | cut -d, -f1-3 | tr -d ' ' | paste -sd' ')" \
    "1,1,0 2,2,0 3,2,1 4,3,1 5,3,2 6,4,2 7,4,3 8,5,3 9,5,4"

# Its tables have the columns of etcdctl's.
columns() { grep -m 1 'ENDPOINT\|STATUS' | tr '│|' '\n\n' | sed 's/^ *//; s/ *$//' | grep . | paste -sd,; }
node() { ssh -F "$HOME/.ssh/config" k8s0etcd1 "$@"; }
files=/etc/etcd/pki
for table in "member list" "endpoint status" "endpoint health"; do
    # shellcheck disable=SC2086 # words
    same "columns of $table" "$("$QUORATE" $table -w table 2>/dev/null | columns)" "$(node etcdctl --endpoints "https://${addresses[0]}:2379" \
        --cacert $files/etcd-ca.crt --cert $files/k8s0etcd1.crt --key $files/k8s0etcd1.key $table -w table | columns)"
done

# Deleting much, at a terminal: how much it is stands in the question, and for all keys the cluster's name must be typed.
etcdctl_there() {
    node etcdctl --endpoints "https://${addresses[0]}:2379" --cacert $files/etcd-ca.crt --cert $files/k8s0etcd1.crt --key $files/k8s0etcd1.key "$@"
}
keys() { etcdctl_there get "$1" --prefix --count-only --write-out fields | sed -n 's/^"Count" : //p'; }
# typed ANSWER WORD...: runs the console at a terminal, where ANSWER is typed once it asks.
typed() {
    local answer=$1
    shift
    (sleep 3; echo "$answer"; sleep 3) | script -qec "$QUORATE $*" /dev/null
}
for key in 1 2 3; do etcdctl_there put "/k8s1-cluster/$key" "$key" >/dev/null; done
holds "three keys are named" grep -q '3 keys' <(typed no 'del /k8s1-cluster --prefix')
same "keys after no" "$(keys /k8s1-cluster)" 3
typed yes 'del /k8s1-cluster --prefix' >/dev/null
same "keys after yes" "$(keys /k8s1-cluster)" 0
etcdctl_there put /kept 1 >/dev/null
holds "the name is asked for" grep -q 'etcd-003' <(typed yes 'del "" --prefix')
same "keys after a yes that is no name" "$(keys /kept)" 1
typed etcd-003 'del "" --prefix' >/dev/null
same "keys after the name" "$(keys /)" 0

# What the tutorial's cheat sheet has wrong.
holds "put --ttl" "$QUORATE" put --ttl 60 /sheet/one 1
holds "it has a lease" grep -q '"lease":[1-9]' <("$QUORATE" get /sheet/one -w json)
same "delete" "$("$QUORATE" delete /sheet/one 2>/dev/null)" 1
holds "delete says what it is" grep -q 'delete is "del" here' <("$QUORATE" delete /sheet/one 2>&1)

names=()
for each in 1 2 3 4 5 6; do names+=("k8s0etcd$each" "k8s0etcd$each.kloud.lan"); done
rm -f "$PKI/../hosts-trusted"
holds "trusting" "$QUORATE" host trust --hosts "$(IFS=, && echo "${names[*]}")" --known-hosts "$PKI/../hosts-trusted" --accept-new
same "names that are trusted" "$(cut -d' ' -f1 "$PKI/../hosts-trusted" | sort -u | wc -l)" 12

# What else it has wrong is refused before anything is sent, with what is missing.
refuses() {
    local what=$1
    shift
    fails "$*" "$QUORATE" "$@"
    holds "$* says: $what" grep -qi "$what" <("$QUORATE" "$@" 2>&1)
}
refuses permission role grant-permission somebody
refuses name member add --peer-urls https://10.103.0.107:2380
