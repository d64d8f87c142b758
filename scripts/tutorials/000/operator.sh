# shellcheck shell=bash
# Verifies on the operator's machine what tutorial 000 comes to: operator ADDRESS1 ADDRESS2 ADDRESS3
addresses=("$@")

holds "the authority's key is here" same_key "$PKI/ca.key" "$PKI/ca.crt"
same "its mode" "$(stat -Lc %a "$PKI/ca.key")" 600
holds "what was moved aside is on record" grep -q 'default\.parked-' "$AUDIT"

# What version 2 of etcdctl called it.
fails "set" "$QUORATE" set foo bar
holds "set says what it is today" grep -q 'to write a key: put KEY VALUE' <("$QUORATE" set foo bar 2>&1)

servers='[{"id": 1, "name": "node-1", "public_net": {"ipv4": {"ip": "203.0.113.1"}}, "private_net": [{"ip": "10.1.1.1"}]},
    {"id": 2, "name": "node-2", "public_net": {"ipv4": {"ip": "203.0.113.2"}}, "private_net": [{"ip": "10.1.1.2"}]},
    {"id": 3, "name": "node-3", "public_net": {"ipv4": {"ip": "203.0.113.3"}}, "private_net": [{"ip": "10.1.1.3"}]}]'
imported=$("$QUORATE" cluster import rented - --like 000 --print <<<"$servers")
for each in 1 2 3; do
    holds "member $each as hcloud has it" grep -Pzq "name: node-$each\n +address: 10.1.1.$each\n +host: 203.0.113.$each\n" <<<"$imported"
done

# Clients have a key of their own, which no host has.
same "the client is a client only" "$(usages "$PKI/client.crt")" "TLS Web Client Authentication"
reached=("${addresses[@]}")
anywhere() {
    etcdctl --endpoints "$(printf 'https://%s:2379\n' "${reached[@]}" | paste -sd,)" --cacert "$PKI/ca.crt" \
        --cert "$PKI/client.crt" --key "$PKI/client.key" "$@"
}
members 3 anywhere

# A fourth member. As each has a certificate of its own, those of the others stay, and so does all else on their hosts.
host() { ssh -F "$HOME/.ssh/config" "$@"; }
fourth=$PKI/../four.yaml
sed "0,/^$/s/^$/  - name: node-4\n    address: $SPARE\n/" "$FILE" >"$fourth"
serials() { for each in "${addresses[@]}"; do for port in 2379 2380; do shown "$each:$port" | openssl x509 -noout -serial; done; done; }
untouched() {
    for each in 1 2 3; do
        host "node-$each" "systemctl show -p MainPID etcd; find /etc/etcd /etc/default/etcd -type f -exec sha256sum {} +"
    done
}
before=$(serials) present=$(untouched)
same "certificates that are shown" "$(sort -u <<<"$before" | wc -l)" 6
holds "a fourth member" "$QUORATE" cluster up --file "$fourth" --yes
members 4 anywhere
reached+=("$SPARE")
same "healthy endpoints with the fourth" "$(anywhere endpoint health 2>&1 | grep -c ' is healthy: ')" 4
same "certificates of the others" "$(serials)" "$before"
same "hosts of the others" "$(untouched)" "$present"
holds "it joined those that were there" host "$SPARE" grep -qx 'ETCD_INITIAL_CLUSTER_STATE=.*existing.*' /etc/default/etcd
holds "taking it off" "$QUORATE" cluster down --file "$fourth" --member node-4 --yes
reached=("${addresses[@]}")
members 3 anywhere
