# shellcheck shell=bash
# Verifies on a host what tutorial 002 sets up: verify NUMBER ADDRESS1 ADDRESS2 ADDRESS3
number=$1
shift
addresses=("$@")
address=${addresses[number - 1]}
pki=/etc/etcd/pki
authority=/etc/pki/tls/certs/ca.pem
certificate=$pki/etcd$number.pem

IFS=: read -r _ _ uid _ _ home shell < <(getent passwd etcd)
holds "a system user" test "$uid" -lt 1000
holds "a group" getent group etcd
same "home" "$home" /etc/etcd
holds "a shell that lets nobody in" grep -q 'nologin$' <<<"$shell"
holds "a shell that is there" test -x "$shell"
owned "data" /var/lib/etcd 700 etcd:etcd
owned "configuration" /etc/etcd 755 etcd:etcd
holds "etcd gets to its certificates" runuser -u etcd -- test -x $pki
for program in etcd etcdctl; do holds "$program runs" "/usr/local/sbin/$program" "$([[ $program = etcd ]] && echo --version || echo version)"; done
holds "version" grep -q 'etcd Version: 3\.4\.23' <(/usr/local/sbin/etcd --version)

same "key" "$(key_of "$certificate")" "rsa 2048"
same "subject" "$(subject "$certificate")" \
    "CN=etcd$number,OU=Kubernetes CA for vagtestcluster,O=University of San Diego,L=San Diego,ST=California,C=US"
for each in DNS:etcd1.vagrant DNS:etcd2.vagrant DNS:etcd3.vagrant "IP:${addresses[0]}" "IP:${addresses[1]}" "IP:${addresses[2]}" \
    DNS:localhost IP:127.0.0.1; do
    holds "has $each" grep -qw -- "$each" <(names "$certificate")
done
holds "is for both sides" grep -q 'TLS Web Server.*TLS Web Client\|TLS Web Client.*TLS Web Server' <(usages "$certificate")
pair "$certificate" "$pki/etcd$number-key.pem" $authority
owned "its key" "$pki/etcd$number-key.pem" 600 etcd:etcd
readable_by etcd "$pki/etcd$number-key.pem"
keys_only $authority "$pki/etcd$number-key.pem" $pki/etcdctl-key.pem

yaml=/etc/etcd/etcd.conf.yml
settings "option" $yaml ': ' "name=etcd$number" data-dir=/var/lib/etcd "listen-peer-urls=https://$address:2380" logger=zap log-level=info \
    "initial-advertise-peer-urls=https://etcd$number.vagrant:2380" "advertise-client-urls=https://etcd$number.vagrant:2379" \
    initial-cluster=etcd1=https://etcd1.vagrant:2380,etcd2=https://etcd2.vagrant:2380,etcd3=https://etcd3.vagrant:2380 \
    initial-cluster-state=new
holds "clients everywhere" grep -qE '^listen-client-urls: "?https://0.0.0.0:2379' $yaml
holds "a token of its own" grep -qE '^initial-cluster-token: .{12}' $yaml
fails "the token of the original" grep -q '^initial-cluster-token: "\?etcd-cluster-0' $yaml
same "both sides show certificates" "$(grep -c '^  client-cert-auth: true$' $yaml)" 2

unit=/etc/systemd/system/etcd.service
for line in 'Description=etcd' 'User=etcd' 'Type=notify' 'ExecStart=/usr/local/sbin/etcd --config-file /etc/etcd/etcd.conf.yml' \
    'Restart=on-failure' 'RestartSec=5s' 'WantedBy=multi-user.target'; do
    holds "$line" grep -qxF "$line" $unit
done
serves etcd etcd

ctl() {
    /usr/local/sbin/etcdctl --endpoints https://etcd1.vagrant:2379,https://etcd2.vagrant:2379,https://etcd3.vagrant:2379 \
        --cacert $authority --cert "$certificate" --key "$pki/etcd$number-key.pem" "$@"
}
export ETCDCTL_API=3
members 3 ctl
agree 3 3.4.23 ctl

# Login shells: of root, and of whom the cluster file names; who may not read the key is not pointed at it.
own() { env -u ETCDCTL_API su - "$1" -c "$2"; }
for user in root ops; do
    same "members that $user sees" "$(own $user 'etcdctl member list' | grep -c ', started, ')" 3
done
owned "the key of the profile" $pki/etcdctl-key.pem 640 root:etcdctl
fails "others read it" runuser -u guest -- test -r $pki/etcdctl-key.pem
same "what others are told" "$(own guest 'env | grep ETCDCTL_')" ""
fails "the user of etcd's group reads a member's key" runuser -u ops -- test -r "$pki/etcd$number-key.pem"
