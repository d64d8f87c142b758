# shellcheck shell=bash
# Verifies on the operator's machine what tutorial 001 comes to: operator ADDRESS1 ADDRESS2 ADDRESS3

holds "the authority's key is here" same_key "$PKI/ca.key" "$PKI/ca.crt"

token() { "$QUORATE" cluster init "$1" --like 001 --print | sed -n 's/^token: \([^ ]*\).*/\1/p'; }
for token in "$(token one)" "$(token two)"; do holds "token $token" grep -qE '^[A-Za-z0-9]{20}$' <<<"$token"; done
fails "two clusters have one token" test "$(token one)" = "$(token two)"

# The members go by names that only this tutorial's hosts file knows.
"$QUORATE" cluster export aliases etcd-001 --file "$FILE" >"$PKI/../aliases"
alias() {
    unshare --mount bash -c 'mount --bind "$1" /etc/hosts && . "$2" && shift 2 && "$@"' alias "$NAMES" "$PKI/../aliases" "$@"
}
same "members by the alias of the cluster" "$(cd / && alias etcdctl_cluster member list | grep -c ', started, ')" 3
for each in 1 2 3; do
    same "endpoints by the alias of member $each" "$(cd / && alias "etcdctl_node$each" endpoint status | cut -d, -f1)" \
        "https://k8s1-etcd$each.k8s.lan:2379"
done

status=$("$QUORATE" --dial-timeout 10s status -w json)
same "members with a revision" "$(grep -o '"raft_index":[0-9]*' <<<"$status" | wc -l)" 3
holds "sizes for people" grep -qE '\| +[0-9.]+ [kM]B +\|' <("$QUORATE" --dial-timeout 10s status -w table)

# Shrinking: after many revisions are given up, each database is about what it holds, and the latest values are there.
for round in 1 2 3 4 5; do
    for key in {1..200}; do printf 'put shrink/%s %s-%0800d\n' "$key" "$round" 0; done
done | "$QUORATE" >/dev/null
revision=$("$QUORATE" get shrink/1 -w json | grep -o '"revision":[0-9]*' | cut -d: -f2)
holds "compacting" "$QUORATE" compact "$((revision - 10))" --physical
holds "defragmenting" "$QUORATE" defrag --cluster
while IFS=: read -r size used; do
    holds "a size of $size for $used in use" test "$((size * 10))" -le "$((used * 12))"
done < <("$QUORATE" --dial-timeout 10s status -w json | grep -oE '"db_size":[0-9]+,"db_size_in_use":[0-9]+' | sed 's/[^0-9:]//g; s/^://')
same "latest values" "$("$QUORATE" get shrink/ --prefix --print-value-only | grep -c '^5-')" 200
holds "ten revisions to go back to" "$QUORATE" get shrink/1 --rev "$((revision - 9))"
