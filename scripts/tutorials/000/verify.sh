# shellcheck shell=bash
# Verifies on a host what tutorial 000 sets up: verify NUMBER ADDRESS1 ADDRESS2 ADDRESS3
number=$1
shift
addresses=("$@")
address=${addresses[number - 1]}
node=node-$number
pki=/etc/etcd

for certificate in server peer; do
    file=$pki/$certificate.crt
    same "$certificate's key" "$(key_of $file)" "rsa 2048"
    same "$certificate's signature" "$(signature $file)" sha256WithRSAEncryption
    same "$certificate's days" "$(days $file)" 730
    same "$certificate's subject" "$(subject $file)" "CN=$node"
    same "$certificate's names" "$(names $file)" "$(sorted "DNS:$node" DNS:localhost IP:127.0.0.1 "IP:$address")"
    holds "$certificate is for both sides" grep -q 'TLS Web Server.*TLS Web Client\|TLS Web Client.*TLS Web Server' <(usages $file)
    pair $file $pki/$certificate.key $pki/ca.crt
    owned "$certificate's certificate" $file 644 etcd:etcd
    owned "$certificate's key" $pki/$certificate.key 600 etcd:etcd
    readable_by etcd $pki/$certificate.key
done
owned "the authority's certificate" $pki/ca.crt 644 etcd:etcd
fails "one key for both" same_key $pki/server.key $pki/peer.crt
fails "one serial for both" test "$(openssl x509 -in $pki/server.crt -noout -serial)" = "$(openssl x509 -in $pki/peer.crt -noout -serial)"
keys_only $pki/ca.crt $pki/server.key $pki/peer.key

environment=/etc/default/etcd
same "variables that stand twice" "$(grep -o '^[A-Z_]*=' $environment | sort | uniq -d)" ""
settings "variable" $environment = "ETCD_NAME=$node" \
    "ETCD_INITIAL_CLUSTER=node-1=https://${addresses[0]}:2380,node-2=https://${addresses[1]}:2380,node-3=https://${addresses[2]}:2380" \
    "ETCD_INITIAL_ADVERTISE_PEER_URLS=https://$address:2380" "ETCD_LISTEN_PEER_URLS=https://$address:2380" \
    "ETCD_LISTEN_CLIENT_URLS=https://$address:2379,https://127.0.0.1:2379" "ETCD_ADVERTISE_CLIENT_URLS=https://$address:2379" \
    ETCD_CLIENT_CERT_AUTH=true ETCD_TRUSTED_CA_FILE=$pki/ca.crt ETCD_CERT_FILE=$pki/server.crt ETCD_KEY_FILE=$pki/server.key \
    ETCD_PEER_CLIENT_CERT_AUTH=true ETCD_PEER_TRUSTED_CA_FILE=$pki/ca.crt ETCD_PEER_CERT_FILE=$pki/peer.crt \
    ETCD_PEER_KEY_FILE=$pki/peer.key ETCD_DATA_DIR=/var/lib/etcd/default
holds "a token of its own" grep -qE '^ETCD_INITIAL_CLUSTER_TOKEN=.{8}' $environment
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
everywhere() {
    etcdctl --endpoints "https://${addresses[0]}:2379,https://${addresses[1]}:2379,https://${addresses[2]}:2379" \
        --cacert $pki/ca.crt --cert $pki/server.crt --key $pki/server.key "$@"
}
agree 3 3.5.16 everywhere
same "foo" "$(ctl get foo | paste -sd' ')" "foo bar"

# The same request with a certificate shows that it is for the want of one that it fails.
ask() { curl -sf --http1.1 --cacert $pki/ca.crt "$@"; }
holds "clients with certificate" ask --cert $pki/server.crt --key $pki/server.key https://127.0.0.1:2379/health
fails "clients without certificate" ask https://127.0.0.1:2379/health
holds "peers with certificate" ask --cert $pki/peer.crt --key $pki/peer.key "https://$address:2380/members"
fails "peers without certificate" ask "https://$address:2380/members"

if [[ $number = 1 ]]; then holds "the package's own member was moved aside" test -d /var/lib/etcd/default.parked-*/member; fi
