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
same "home" "$home" /etc/etcd
holds "a shell that lets nobody in" grep -q 'nologin$' <<<"$shell"
owned "data" /var/lib/etcd 700 etcd:etcd
owned "configuration" /etc/etcd 755 etcd:etcd
holds "etcd reads its key" setpriv --reuid etcd --regid etcd --clear-groups test -r "$pki/etcd$number-key.pem"
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
no_keys_elsewhere

yaml=/etc/etcd/etcd.conf.yml
holds "name" grep -q "^name: etcd$number$" $yaml
holds "peers on its own address" grep -q "^listen-peer-urls: https://$address:2380$" $yaml
holds "clients everywhere" grep -qE '^listen-client-urls: "?https://0.0.0.0:2379' $yaml
holds "advertised by name" grep -q "^advertise-client-urls: https://etcd$number.vagrant:2379$" $yaml
same "both sides show certificates" "$(grep -c '^  client-cert-auth: true$' $yaml)" 2

unit=/etc/systemd/system/etcd.service
for line in 'Description=etcd' 'User=etcd' 'Type=notify' 'ExecStart=/usr/local/sbin/etcd --config-file /etc/etcd/etcd.conf.yml' \
    'Restart=on-failure' 'RestartSec=5s' 'WantedBy=multi-user.target'; do
    holds "$line" grep -qxF "$line" $unit
done
serves etcd etcd
same "members by the profile" "$(bash -lc 'PATH=$PATH:/usr/local/sbin etcdctl member list' | grep -c ', started, ')" 3
