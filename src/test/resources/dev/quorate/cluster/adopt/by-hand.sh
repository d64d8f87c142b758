#!/usr/bin/env bash
# Builds a cluster by hand on three test hosts, in the manner of a tutorial and without this console.
#
#   by-hand.sh FORM BINARIES HOSTS WORK ADDRESS...
#
# FORM is 000 (variables beside Debian's unit), 002 (YAML, names) or 004 (flags in the unit, certificates in the data directory).
# HOSTS is the folder of the test hosts. WORK gets the authority, ca.crt, and a client's c.crt and c.key.
set -euo pipefail
readonly form=$1 BIN=$2 F=$3 W=$4
shift 4
addresses=("$@")
mkdir -p "$W"
cd "$W"
S="ssh -q -i $F/key -o UserKnownHostsFile=$F/known_hosts"
C="scp -q -i $F/key -o UserKnownHostsFile=$F/known_hosts"
ip() { echo "${addresses[$1 - 1]}"; }
ca() { openssl req -x509 -newkey $1 $2 -nodes -keyout ca.key -out ca.crt -days 3650 -subj "$3" -addext keyUsage=critical,keyCertSign,cRLSign 2>/dev/null; }
leaf() { # name keyargs subj san eku
  openssl req -newkey $2 -nodes -keyout $1.key -out $1.csr -subj "$3" 2>/dev/null
  { [ -z "$4" ] || echo "subjectAltName=$4"; [ -z "$5" ] || echo "extendedKeyUsage=$5"; echo basicConstraints=CA:FALSE; } > $1.ext
  openssl x509 -req -in $1.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days ${6:-365} -out $1.crt -extfile $1.ext 2>/dev/null
}
case $form in
000) ca rsa:2048 "" "/CN=etcd-ca"
  IC=node-1=https://$(ip 1):2380,node-2=https://$(ip 2):2380,node-3=https://$(ip 3):2380
  for i in 1 2 3; do n=node-$i; a=$(ip $i)
    leaf server$i rsa:2048 "/CN=$n" "DNS:$n,DNS:localhost,IP:127.0.0.1,IP:$a" "" 730
    leaf peer$i rsa:2048 "/CN=$n" "DNS:$n,DNS:localhost,IP:127.0.0.1,IP:$a" "" 730
    cat > default$i <<X
# made by hand
ETCD_NAME="$n"
ETCD_INITIAL_CLUSTER="$IC"
ETCD_INITIAL_ADVERTISE_PEER_URLS="https://$a:2380"
ETCD_LISTEN_PEER_URLS="https://$a:2380"
ETCD_LISTEN_CLIENT_URLS="https://$a:2379,https://127.0.0.1:2379"
ETCD_ADVERTISE_CLIENT_URLS="https://$a:2379"
ETCD_CLIENT_CERT_AUTH="true"
ETCD_PEER_CLIENT_CERT_AUTH="true"
ETCD_TRUSTED_CA_FILE="/etc/etcd/ca.crt"
ETCD_CERT_FILE="/etc/etcd/server.crt"
ETCD_KEY_FILE="/etc/etcd/server.key"
ETCD_PEER_TRUSTED_CA_FILE="/etc/etcd/ca.crt"
ETCD_PEER_CERT_FILE="/etc/etcd/peer.crt"
ETCD_PEER_KEY_FILE="/etc/etcd/peer.key"
X
    cat > etcd.service <<X
[Unit]
Description=etcd - highly-available key value store
Documentation=https://etcd.io/docs
Documentation=man:etcd
After=network.target
Wants=network-online.target

[Service]
Environment=DAEMON_ARGS=
Environment=ETCD_NAME=%H
Environment=ETCD_DATA_DIR=/var/lib/etcd/default
EnvironmentFile=-/etc/default/%p
Type=notify
User=etcd
PermissionsStartOnly=true
ExecStart=/usr/bin/etcd \$DAEMON_ARGS
Restart=on-abnormal
LimitNOFILE=65536

[Install]
WantedBy=multi-user.target
Alias=etcd2.service
X
    $S root@$a 'useradd --system --user-group --home-dir /var/lib/etcd --shell /usr/sbin/nologin etcd; mkdir -p /etc/etcd; install -d -o etcd -g etcd -m 700 /var/lib/etcd/default'
    $C $BIN/etcd $BIN/etcdctl $BIN/etcdutl root@$a:/usr/bin/
    $C ca.crt root@$a:/etc/etcd/; for f in server peer; do $C $f$i.crt root@$a:/etc/etcd/$f.crt; $C $f$i.key root@$a:/etc/etcd/$f.key; done
    $C default$i root@$a:/etc/default/etcd; $C etcd.service root@$a:/lib/systemd/system/etcd.service
    $S root@$a 'chown -R etcd /etc/etcd; chmod 0644 /etc/etcd/*.crt'
  done; U=etcd;;
002) ca rsa:2048 "" "/C=US/ST=California/L=San Diego/O=University of San Diego/CN=Kubernetes CA for vagtestcluster"
  IC=etcd1=https://etcd1.quorate.test:2380,etcd2=https://etcd2.quorate.test:2380,etcd3=https://etcd3.quorate.test:2380
  for i in 1 2 3; do n=etcd$i; a=$(ip $i)
    leaf $n rsa:2048 "/C=US/ST=California/L=San Diego/O=University of San Diego/OU=Kubernetes CA for vagtestcluster/CN=$n" "DNS:etcd1.quorate.test,DNS:etcd2.quorate.test,DNS:etcd3.quorate.test,IP:$(ip 1),IP:$(ip 2),IP:$(ip 3)" serverAuth,clientAuth
    openssl rsa -traditional -in $n.key -out $n.k1 2>/dev/null
    cat > $n.yml <<X
# This is the configuration file for the etcd server.
name: '$n'
data-dir: /var/lib/etcd
listen-peer-urls: https://$a:2380
listen-client-urls: https://0.0.0.0:2379
logger: zap
log-level: info
initial-advertise-peer-urls: https://$n.quorate.test:2380
advertise-client-urls: https://$n.quorate.test:2379
initial-cluster: $IC
initial-cluster-token: 'etcd-cluster-0'
initial-cluster-state: 'new'
client-transport-security:
  cert-file: /etc/etcd/pki/$n.pem
  key-file: /etc/etcd/pki/$n-key.pem
  client-cert-auth: True
  trusted-ca-file: /etc/pki/tls/certs/ca.pem
peer-transport-security:
  cert-file: /etc/etcd/pki/$n.pem
  key-file: /etc/etcd/pki/$n-key.pem
  client-cert-auth: True
  trusted-ca-file: /etc/pki/tls/certs/ca.pem
X
    cat > etcd.service <<X
[Unit]
Description=etcd
Documentation=https://github.com/coreos

[Service]
User=etcd
Type=notify
ExecStart=/usr/local/sbin/etcd --config-file /etc/etcd/etcd.conf.yml
Restart=on-failure
RestartSec=5

[Install]
WantedBy=multi-user.target
X
    cat > etcdctl.sh <<X
export ETCDCTL_API=3
export ETCDCTL_CACERT=/etc/pki/tls/certs/ca.pem
export ETCDCTL_CERT=/etc/etcd/pki/$n.pem
export ETCDCTL_KEY=/etc/etcd/pki/$n-key.pem
export ETCDCTL_ENDPOINTS=etcd1.quorate.test:2379,etcd2.quorate.test:2379,etcd3.quorate.test:2379
X
    $S root@$a 'groupadd --system etcd; useradd --system -g etcd --home-dir /etc/etcd --shell /usr/sbin/nologin etcd; mkdir -p /etc/etcd/pki /etc/pki/tls/certs; install -d -o etcd -g etcd -m 700 /var/lib/etcd; chmod 755 /etc/etcd; chown etcd:etcd /etc/etcd'
    $C $BIN/etcd $BIN/etcdctl root@$a:/usr/local/sbin/
    $C ca.crt root@$a:/etc/pki/tls/certs/ca.pem; $C $n.crt root@$a:/etc/etcd/pki/$n.pem; $C $n.k1 root@$a:/etc/etcd/pki/$n-key.pem
    $C $n.yml root@$a:/etc/etcd/etcd.conf.yml; $C etcd.service root@$a:/etc/systemd/system/; $C etcdctl.sh root@$a:/etc/profile.d/
    $S root@$a 'chown -R etcd:etcd /etc/etcd/pki; chmod 600 /etc/etcd/pki/*-key.pem'
  done; U=etcd; cp etcd1.crt c.crt; cp etcd1.key c.key;;
004) ca rsa:2048 "" "/C=US/ST=San Francisco/L=CA/O=My Company Name/OU=Org Unit 1/OU=Org Unit 2/CN=My own CA"
  leaf server "ec -pkeyopt ec_paramgen_curve:P-256" "/C=US/ST=San Francisco/L=CA/CN=etcd-cluster" "DNS:domain-name,IP:$(ip 1),IP:$(ip 2),IP:$(ip 3),IP:127.0.0.1" serverAuth,clientAuth 1825
  leaf client "ec -pkeyopt ec_paramgen_curve:P-256" "/C=US/ST=San Francisco/L=CA/CN=client" "" clientAuth 1825
  openssl ec -in server.key -out server.k1 2>/dev/null
  for i in 1 2 3; do n=member-$i; a=$(ip $i)
    leaf $n "ec -pkeyopt ec_paramgen_curve:P-256" "/C=US/ST=San Francisco/L=CA/CN=$n" "DNS:$n,DNS:$n.local,IP:$a,IP:127.0.0.1" serverAuth,clientAuth 1825
    openssl ec -in $n.key -out $n.k1 2>/dev/null
    cat > etcd.service <<X
[Unit]
Description=etcd service
Documentation=https://github.com/coreos/etcd
 
[Service]
User=root
Type=notify
ExecStart=/usr/bin/etcd \\
 --name $n \\
 --data-dir /var/lib/etcd \\
 --initial-advertise-peer-urls https://$a:2380 \\
 --listen-peer-urls https://$a:2380 \\
 --listen-client-urls https://$a:2379,https://127.0.0.1:2379 \\
 --advertise-client-urls https://$a:2379 \\
 --initial-cluster-token etcd-cluster-1 \\
 --initial-cluster member-1=https://$(ip 1):2380,member-2=https://$(ip 2):2380,member-3=https://$(ip 3):2380 \\
 --client-cert-auth --trusted-ca-file=/var/lib/etcd/cfssl/ca.pem \\
 --cert-file=/var/lib/etcd/cfssl/server.pem --key-file=/var/lib/etcd/cfssl/server-key.pem \\
 --peer-client-cert-auth --peer-trusted-ca-file=/var/lib/etcd/cfssl/ca.pem \\
 --peer-cert-file=/var/lib/etcd/cfssl/$n.pem --peer-key-file=/var/lib/etcd/cfssl/$n-key.pem \\
 --initial-cluster-state new
Restart=on-failure
RestartSec=5
 
[Install] 
WantedBy=multi-user.target
X
    $S root@$a 'mkdir -p /var/lib/etcd/cfssl'
    $C $BIN/etcd $BIN/etcdctl root@$a:/usr/bin/
    D=/var/lib/etcd/cfssl
    $C ca.crt root@$a:$D/ca.pem; $C server.crt root@$a:$D/server.pem; $C server.k1 root@$a:$D/server-key.pem; $C $n.crt root@$a:$D/$n.pem; $C $n.k1 root@$a:$D/$n-key.pem
    $C etcd.service root@$a:/lib/systemd/system/etcd.service
  done; U=etcd; cp client.crt c.crt; cp client.key c.key;;
esac
[ -e c.crt ] || { cp server1.crt c.crt; cp server1.key c.key; }
for i in 1 2 3; do $S root@$(ip $i) "systemctl daemon-reload; systemctl enable -q $U; systemctl start $U" & done; wait
