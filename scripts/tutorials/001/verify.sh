# shellcheck shell=bash
# Verifies on a host what tutorial 001 sets up: verify NUMBER ADDRESS1 ADDRESS2 ADDRESS3
number=$1
shift
pki=/etc/etcd/pki
authority=$pki/ca.pem
name() { echo "k8s1-etcd$1.k8s.lan"; }

for program in etcd etcdctl etcdutl; do owned "$program" "/usr/local/bin/$program" 755 root:root; done
holds "version" grep -q 'etcd Version: 3\.5\.16' <(/usr/local/bin/etcd --version)
same "the authority's key" "$(key_of $authority)" "rsa 4096"
same "the authority's subject" "$(subject $authority)" "CN=etcd CA,OU=etcd,O=Kubernetes"
for certificate in etcd-peer etcd-client; do
    file=$pki/$certificate.pem
    same "$certificate's key" "$(key_of "$file")" "rsa 4096"
    same "$certificate's subject" "$(subject "$file")" "CN=etcd,OU=etcd,O=Kubernetes"
    same "$certificate's names" "$(names "$file")" \
        "$(sorted DNS:localhost IP:127.0.0.1 "DNS:$(name 1)" "DNS:$(name 2)" "DNS:$(name 3)")"
    holds "$certificate is for both sides" grep -q 'TLS Web Server.*TLS Web Client\|TLS Web Client.*TLS Web Server' <(usages "$file")
    pair "$file" "$pki/$certificate-key.pem" $authority
    owned "$certificate's key" "$pki/$certificate-key.pem" 600 etcd:etcd
    readable_by etcd "$pki/$certificate-key.pem"
done
same "files in $pki" "$(find $pki -type f -printf '%f\n' | sort | paste -sd' ')" \
    "$(sorted ca.pem etcd-peer.pem etcd-peer-key.pem etcd-client.pem etcd-client-key.pem)"
keys_only $authority $pki/etcd-peer-key.pem $pki/etcd-client-key.pem

variables=/etc/etcd.conf
same "variables" "$(cut -d= -f1 $variables | sort | paste -sd' ')" \
    "CLIENT_PORT CLUSTER_NODES CLUSTER_TOKEN NODE_ADDRESS NODE_NAME PEERS_PORT"
settings "variable" $variables = "NODE_NAME=$(name "$number")" "NODE_ADDRESS=https://$(name "$number"):2380" CLIENT_PORT=2379 \
    PEERS_PORT=2380
# A member that was replaced names itself last, as etcd does.
same "variable CLUSTER_NODES" "$(sed -n 's/^CLUSTER_NODES=//p' $variables | tr ',' '\n' | sort | paste -sd,)" \
    "$(name 1)=https://$(name 1):2380,$(name 2)=https://$(name 2):2380,$(name 3)=https://$(name 3):2380"
holds "token" grep -qE '^CLUSTER_TOKEN=[A-Za-z0-9]{20}$' $variables
holds "the unit reads it" grep -q '^EnvironmentFile=/etc/etcd.conf$' /etc/systemd/system/etcd3.service
serves etcd3 etcd

ctl() {
    etcdctl --endpoints "https://$(name 1):2379,https://$(name 2):2379,https://$(name 3):2379" \
        --cacert $authority --cert $pki/etcd-client.pem --key $pki/etcd-client-key.pem "$@"
}
members 3 ctl
for other in 1 2 3; do
    holds "$(name $other)" grep -q ", started, $(name $other), https://$(name $other):2380, https://$(name $other):2379, false" <(ctl member list)
done
agree 3 3.5.16 ctl
