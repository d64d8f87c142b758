# shellcheck shell=bash
# Verifies on the operator's machine what tutorial 004 comes to: operator ADDRESS1 ADDRESS2 ADDRESS3
addresses=("$@")
authority=$PKI/ca.crt

holds "the authority's key is here" same_key "$PKI/ca.key" "$authority"
same "the client's key" "$(key_of "$PKI/client.pem")" prime256v1
holds "the client's name" grep -q 'CN=client' <(subject "$PKI/client.pem")
same "the client is a client only" "$(usages "$PKI/client.pem")" "TLS Web Client Authentication"
fails "the client has an empty name" grep -q 'DNS:\(,\|$\)' <(openssl x509 -in "$PKI/client.pem" -noout -text)

# Asks a member's health by a name of its certificate: ask CERTIFICATE NAME.
ask() {
    curl -sf --cacert "$authority" --cert "$1" --key "$PKI/client-key.pem" --resolve "domain-name:2379:${addresses[0]}" "https://$2:2379/health"
}
for name in domain-name "${addresses[@]}"; do
    holds "health by $name" grep -q '"health": *"true"' <(ask "$PKI/client.pem" "$name")
    fails "health by $name without certificate" \
        curl -sf --cacert "$authority" --resolve "domain-name:2379:${addresses[0]}" "https://$name:2379/health"
done

# Renewal of the client: a new serial under the same name; the old certificate works on, other files are as they were.
cp "$PKI/client.pem" "$PKI/../client-before.pem"
others() { stat -c '%n %Y' "$PKI"/ca.* "$PKI"/server*.pem "$PKI"/member-*.pem "$PKI/client-key.pem"; }
present=$(others)
holds "renewing" "$QUORATE" pki renew client
fails "the serial is the old one" test "$(openssl x509 -in "$PKI/client.pem" -noout -serial)" = \
    "$(openssl x509 -in "$PKI/../client-before.pem" -noout -serial)"
same "its name" "$(subject "$PKI/client.pem")" "$(subject "$PKI/../client-before.pem")"
holds "the new one is let in" ask "$PKI/client.pem" domain-name
holds "the old one still is" ask "$PKI/../client-before.pem" domain-name
same "other files" "$(others)" "$present"
