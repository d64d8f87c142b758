# shellcheck shell=bash
# Verifies on a host what tutorial 004 sets up: verify NUMBER ADDRESS1 ADDRESS2 ADDRESS3
number=$1
shift
addresses=("$@")
address=${addresses[number - 1]}
pki=/etc/etcd/pki
authority=$pki/ca.pem

same "the authority's days" "$(days $authority)" 1825
for certificate in server "member-$number"; do
    same "$certificate's key" "$(key_of "$pki/$certificate.pem")" prime256v1
    pair "$pki/$certificate.pem" "$pki/$certificate-key.pem" $authority
    holds "$certificate is for both sides" grep -q 'TLS Web Server.*TLS Web Client\|TLS Web Client.*TLS Web Server' <(usages "$pki/$certificate.pem")
done
holds "the server's name" grep -q 'CN=etcd-cluster' <(subject $pki/server.pem)
holds "the peer's name" grep -q "CN=member-$number" <(subject "$pki/member-$number.pem")
for each in DNS:domain-name IP:127.0.0.1 "IP:${addresses[0]}" "IP:${addresses[1]}" "IP:${addresses[2]}"; do
    holds "the server has $each" grep -qw -- "$each" <(names $pki/server.pem)
done
for each in "DNS:member-$number" "DNS:member-$number.local" "IP:$address" IP:127.0.0.1; do
    holds "the peer has $each" grep -qw -- "$each" <(names "$pki/member-$number.pem")
done
for other in 1 2 3; do
    [[ $other = "$number" ]] || fails "the key of member-$other is here" test -e "$pki/member-$other-key.pem"
done
no_keys_elsewhere

same "nothing but data in the data directory" "$(ls /var/lib/etcd)" member
owned "data" /var/lib/etcd 700 etcd:etcd
holds "version" grep -q 'etcd Version: 3\.4\.23' <(/usr/bin/etcd --version)
unit=$(systemctl show -p FragmentPath --value etcd)
initial=$(grep -o -- '--initial-cluster=[^ ]*' "$unit" | cut -d= -f2-)
same "urls in the initial cluster" "$(grep -o 'https://[0-9.]*:2380' <<<"$initial" | sort -u | wc -l)" 3
fails "a configuration file too" test -e /etc/etcd/etcd.conf.yml -o -e /etc/default/etcd
serves etcd etcd
for open in "$address:2379" "$address:2380" 127.0.0.1:2379; do holds "listens on $open" grep -qw "$open" <(listens); done
fails "listens everywhere" grep -E '(0\.0\.0\.0|\*|\[::\]):(2379|2380)' <(listens)

ctl() {
    etcdctl --endpoints "https://$address:2379" --cacert $authority --cert $pki/server.pem --key $pki/server-key.pem "$@"
}
members 3 ctl
holds "health" grep -q '"health": *"true"' <(curl -sf --cacert $authority --cert $pki/server.pem --key $pki/server-key.pem "https://$address:2379/health")
fails "health without certificate" curl -sf --cacert $authority "https://$address:2379/health"
