# shellcheck shell=bash
# Verifies on the operator's machine what tutorial 000 comes to: operator ADDRESS1 ADDRESS2 ADDRESS3

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
