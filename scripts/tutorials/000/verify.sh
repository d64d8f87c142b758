# shellcheck shell=bash
# Verifies on a host what tutorial 000 sets up: verify NUMBER ADDRESS1 ADDRESS2 ADDRESS3
number=$1
shift
addresses=("$@")
address=${addresses[number - 1]}
node=node-$number
pki=/etc/etcd

same "key" "$(key_of $pki/server.crt)" "rsa 2048"
holds "signature" grep -q sha256WithRSAEncryption <(openssl x509 -in $pki/server.crt -noout -text)
same "days" "$(days $pki/server.crt)" 730
same "subject" "$(subject $pki/server.crt)" "CN=$node"
same "server's names" "$(names $pki/server.crt)" "$(sorted "DNS:$node" DNS:localhost IP:127.0.0.1 "IP:$address")"
same "peer's names" "$(names $pki/peer.crt)" "$(sorted "DNS:$node" DNS:localhost IP:127.0.0.1 "IP:$address")"
fails "one certificate for both" cmp $pki/server.crt $pki/peer.crt
pair $pki/server.crt $pki/server.key $pki/ca.crt
pair $pki/peer.crt $pki/peer.key $pki/ca.crt
fails "the authority's key is here" test -e $pki/ca.key
no_keys_elsewhere
for key in server peer; do owned "$key.key" "$pki/$key.key" 600 etcd:etcd; done
for certificate in ca server peer; do owned "$certificate.crt" "$pki/$certificate.crt" 644 etcd:etcd; done

environment=/etc/default/etcd
same "variables stand there once" "$(grep -o '^[A-Z_]*=' $environment | sort | uniq -d)" ""
for variable in NAME INITIAL_CLUSTER INITIAL_ADVERTISE_PEER_URLS LISTEN_PEER_URLS LISTEN_CLIENT_URLS ADVERTISE_CLIENT_URLS \
    CLIENT_CERT_AUTH PEER_CLIENT_CERT_AUTH TRUSTED_CA_FILE CERT_FILE KEY_FILE PEER_TRUSTED_CA_FILE PEER_CERT_FILE PEER_KEY_FILE; do
    holds "ETCD_$variable" grep -q "^ETCD_$variable=." $environment
done
same "name" "$(sed -n 's/^ETCD_NAME=//p' $environment)" "$node"
same "initial cluster" "$(sed -n 's/^ETCD_INITIAL_CLUSTER=//p' $environment)" \
    "node-1=https://${addresses[0]}:2380,node-2=https://${addresses[1]}:2380,node-3=https://${addresses[2]}:2380"
fails "the usual token" grep -q '^ETCD_INITIAL_CLUSTER_TOKEN=etcd-cluster$' $environment

serves etcd etcd
for open in "$address:2379" "$address:2380" 127.0.0.1:2379; do holds "listens on $open" grep -qw "$open" <(listens); done
fails "listens everywhere" grep -E '(0\.0\.0\.0|\*|\[::\]):(2379|2380)' <(listens)

ctl() {
    etcdctl --endpoints https://127.0.0.1:2379 --cacert $pki/ca.crt --cert $pki/server.crt --key $pki/server.key "$@"
}
members 3 ctl
for other in 1 2 3; do
    holds "$other as it should be" grep -q ", started, node-$other, https://${addresses[other - 1]}:2380, https://${addresses[other - 1]}:2379, false" <(ctl member list)
done
same "foo" "$(ctl get foo | paste -sd' ')" "foo bar"
fails "clients without certificate" curl -sf --cacert $pki/ca.crt "https://127.0.0.1:2379/health"
fails "peers without certificate" curl -sf --cacert $pki/ca.crt "https://$address:2380/members"
