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

# What this version of etcd lacks is said, not left to the server's refusal.
for line in "auth status" "downgrade validate 3.4"; do
    # shellcheck disable=SC2086 # words
    fails "$line" "$QUORATE" $line
    # shellcheck disable=SC2086 # words
    holds "$line says since when" grep -q ' needs etcd 3\.5 or newer; .* runs 3\.4\.23' <("$QUORATE" $line 2>&1)
    # shellcheck disable=SC2086 # words
    fails "$line is left to the server" grep -qi 'unimplemented\|unknown service\|unknown method' <("$QUORATE" $line 2>&1)
done

# A snapshot is restored onto the hosts by hand: what lies beside the data stays as it was, certificates above all.
host() { ssh -F "$HOME/.ssh/config" "member-$1" "${@:2}"; }
beside() {
    for each in 1 2 3; do
        host $each "find /etc/etcd /lib/systemd/system/etcd.service -type f -exec stat -c '%n %Y %a %U:%G' {} + -exec sha256sum {} +"
    done
}
initial=member-1=https://${addresses[0]}:2380,member-2=https://${addresses[1]}:2380,member-3=https://${addresses[2]}:2380
holds "a key of before" "$QUORATE" put restore/before 1
holds "a snapshot" "$QUORATE" --dial-timeout 10s snapshot save "$PKI/../tutorial.db"
holds "a key of after" "$QUORATE" put restore/after 1
present=$(beside)
for each in 1 2 3; do host $each "systemctl stop etcd && mv /var/lib/etcd /var/lib/etcd.before-restore"; done
for each in 1 2 3; do
    rm -rf "$PKI/../restored"
    holds "the data of member $each" "$QUORATE" snapshot restore "$PKI/../tutorial.db" --data-dir "$PKI/../restored" --name "member-$each" \
        --initial-cluster "$initial" --initial-cluster-token etcd-004-restored --initial-advertise-peer-urls "https://${addresses[each - 1]}:2380"
    tar -C "$PKI/../restored" -c . | host $each "mkdir -m 700 /var/lib/etcd && tar -C /var/lib/etcd -x && chown -R etcd:etcd /var/lib/etcd"
done
for each in 1 2 3; do host $each systemctl start --no-block etcd; done
for each in 1 2 3; do host $each "timeout 60 sh -c 'until systemctl -q is-active etcd; do sleep 0.2; done'"; done

restored() {
    etcdctl --endpoints "https://${addresses[0]}:2379,https://${addresses[1]}:2379,https://${addresses[2]}:2379" --cacert "$authority" \
        --cert "$PKI/client.pem" --key "$PKI/client-key.pem" "$@"
}
members 3 restored
same "healthy endpoints after the restoration" "$(restored endpoint health 2>&1 | grep -c ' is healthy: ')" 3
same "keys after the restoration" "$(restored get restore/ --prefix --keys-only | grep .)" restore/before
same "what lies beside the data" "$(beside)" "$present"
holds "the client is let in as before" ask "$PKI/client.pem" domain-name
