# shellcheck shell=bash
# Verifies on a host what tutorial 004 sets up: verify NUMBER ADDRESS1 ADDRESS2 ADDRESS3
number=$1
shift
addresses=("$@")
address=${addresses[number - 1]}
pki=/etc/etcd/pki
authority=$pki/ca.pem

same "the authority's key" "$(key_of $authority)" "rsa 2048"
same "the authority's days" "$(days $authority)" 1825
for certificate in server "member-$number"; do
    same "$certificate's key" "$(key_of "$pki/$certificate.pem")" prime256v1
    pair "$pki/$certificate.pem" "$pki/$certificate-key.pem" $authority
    owned "$certificate's key" "$pki/$certificate-key.pem" 600 etcd:etcd
    readable_by etcd "$pki/$certificate-key.pem"
    same "$certificate's days" "$(days "$pki/$certificate.pem")" 1825
    holds "$certificate is for both sides" grep -q 'TLS Web Server.*TLS Web Client\|TLS Web Client.*TLS Web Server' <(usages "$pki/$certificate.pem")
done
holds "the server's name" grep -q 'CN=etcd-cluster' <(subject $pki/server.pem)
holds "the peer's name" grep -q "CN=member-$number" <(subject "$pki/member-$number.pem")
for each in DNS:domain-name IP:127.0.0.1 "IP:${addresses[0]}" "IP:${addresses[1]}" "IP:${addresses[2]}"; do
    holds "the server has $each" grep -qw -- "$each" <(names $pki/server.pem)
done
same "the peer's names" "$(names "$pki/member-$number.pem")" \
    "$(sorted "DNS:member-$number" "DNS:member-$number.local" "IP:${addresses[0]}" "IP:${addresses[1]}" "IP:${addresses[2]}" IP:127.0.0.1)"
keys_only $authority $pki/server-key.pem "$pki/member-$number-key.pem"

same "nothing but data in the data directory" "$(ls /var/lib/etcd)" member
owned "data" /var/lib/etcd 700 etcd:etcd
holds "version" grep -q 'etcd Version: 3\.4\.23' <(/usr/bin/etcd --version)
unit=$(systemctl show -p FragmentPath --value etcd)
initial=$(grep -o -- '--initial-cluster=[^ ]*' "$unit" | cut -d= -f2-)
same "the initial cluster" "$initial" \
    "member-1=https://${addresses[0]}:2380,member-2=https://${addresses[1]}:2380,member-3=https://${addresses[2]}:2380"
fails "a configuration file too" test -e /etc/etcd/etcd.conf.yml -o -e /etc/default/etcd
serves etcd etcd
for open in "$address:2379" "$address:2380" 127.0.0.1:2379; do holds "listens on $open" grep -qw "$open" <(listens); done
fails "listens everywhere" grep -E '(0\.0\.0\.0|\*|\[::\]):(2379|2380)' <(listens)

ctl() {
    etcdctl --endpoints "https://$address:2379" --cacert $authority --cert $pki/server.pem --key $pki/server-key.pem "$@"
}
export ETCDCTL_API=3
members 3 ctl
everywhere() {
    etcdctl --endpoints "https://${addresses[0]}:2379,https://${addresses[1]}:2379,https://${addresses[2]}:2379" \
        --cacert $authority --cert $pki/server.pem --key $pki/server-key.pem "$@"
}
agree 3 3.4.23 everywhere
ask() { curl -sf --cacert $authority --resolve "domain-name:2379:$address" "$@" https://domain-name:2379/health; }
holds "health by the server's name" grep -q '"health": *"true"' <(ask --cert $pki/server.pem --key $pki/server-key.pem)
fails "health without certificate" ask
