# shellcheck shell=bash
# Verifies on a host what tutorial 001 sets up: verify NUMBER ADDRESS1 ADDRESS2 ADDRESS3
number=$1
shift
pki=/etc/etcd/pki
name() { echo "k8s1-etcd$1.k8s.lan"; }

for program in etcd etcdctl etcdutl; do owned "$program" "/usr/local/bin/$program" 755 root:root; done
holds "version" grep -q 'etcd Version: 3\.5\.16' <(/usr/local/bin/etcd --version)
for certificate in etcd-peer etcd-client; do
    file=$pki/$certificate.pem
    same "$certificate's key" "$(key_of "$file")" "rsa 4096"
    same "$certificate's subject" "$(subject "$file")" "CN=etcd,OU=etcd,O=Kubernetes"
    fails "$certificate has an empty name" grep -qE 'DNS:( |$)' <(names "$file")
    for each in DNS:localhost IP:127.0.0.1 "DNS:$(name 1)" "DNS:$(name 2)" "DNS:$(name 3)"; do
        holds "$certificate has $each" grep -qw -- "$each" <(names "$file")
    done
    holds "$certificate is for both sides" grep -q 'TLS Web Server.*TLS Web Client\|TLS Web Client.*TLS Web Server' <(usages "$file")
    pair "$file" "$pki/$certificate-key.pem" $pki/ca.pem
    owned "$certificate's key" "$pki/$certificate-key.pem" 600 etcd:etcd
done
fails "the authority's key is here" test -e $pki/ca-key.pem
no_keys_elsewhere

variables=/etc/etcd.conf
same "variables" "$(cut -d= -f1 $variables | sort | paste -sd' ')" \
    "CLIENT_PORT CLUSTER_NODES CLUSTER_TOKEN NODE_ADDRESS NODE_NAME PEERS_PORT"
same "name" "$(sed -n 's/^NODE_NAME=//p' $variables)" "$(name "$number")"
same "nodes" "$(sed -n 's/^CLUSTER_NODES=//p' $variables)" \
    "$(name 1)=https://$(name 1):2380,$(name 2)=https://$(name 2):2380,$(name 3)=https://$(name 3):2380"
holds "token" grep -qE '^CLUSTER_TOKEN=[A-Za-z0-9]{20}$' $variables
holds "the unit reads it" grep -q '^EnvironmentFile=/etc/etcd.conf$' /etc/systemd/system/etcd3.service
serves etcd3 etcd

ctl() {
    etcdctl --endpoints "https://$(name 1):2379,https://$(name 2):2379,https://$(name 3):2379" \
        --cacert $pki/ca.pem --cert $pki/etcd-client.pem --key $pki/etcd-client-key.pem "$@"
}
members 3 ctl
for other in 1 2 3; do holds "$(name $other)" grep -q ", started, $(name $other), " <(ctl member list); done
holds "health" ctl endpoint health
same "leaders" "$(ctl endpoint status | grep -c ', true, false, ')" 1
same "terms" "$(ctl endpoint status | cut -d, -f7 | sort -u | wc -l)" 1
