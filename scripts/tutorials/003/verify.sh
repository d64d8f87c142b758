# shellcheck shell=bash
# Verifies on a host what tutorial 003 sets up: verify NUMBER ADDRESS1 ... ADDRESS6
number=$1
shift
addresses=("$@")
address=${addresses[number - 1]}
host=k8s0etcd$number
pki=/etc/etcd/pki
certificate=$pki/$host.crt
authority=$pki/etcd-ca.crt

for program in etcd etcdctl etcdutl; do owned "$program" "/usr/local/bin/$program" 755 root:adm; done
holds "version" grep -q 'etcd Version: 3\.5\.16' <(etcd --version)

same "the authority's key" "$(key_of $authority)" secp521r1
same "the authority's days" "$(days $authority)" 7305
same "the authority's subject" "$(subject $authority)" "CN=etcd.kloud.lan,OU=etcd-ca,O=ETCDRootCA,L=Montreal,ST=QC,C=CA"
same "the authority's names" "$(names $authority)" "$(sorted DNS:localhost 'DNS:*.localhost' DNS:etcd-ca.kloud.lan IP:127.0.0.1)"
same "the authority's signature" "$(signature $authority)" ecdsa-with-SHA256
holds "it is an authority" grep -q 'CA:TRUE' <(extension $authority basicConstraints)
holds "that must be minded" critical $authority basicConstraints
same "usages of the authority's key" "$(extension $authority keyUsage)" "Digital Signature, Certificate Sign, CRL Sign"
holds "that must be minded too" critical $authority keyUsage
for each in subjectKeyIdentifier authorityKeyIdentifier authorityInfoAccess crlDistributionPoints; do
    holds "the authority's $each" test -n "$(extension $authority $each)"
    holds "$each" test -n "$(extension "$certificate" $each)"
done
fails "the certificate is an authority" grep -q 'CA:TRUE' <(extension "$certificate" basicConstraints)
same "key" "$(key_of "$certificate")" prime256v1
same "days" "$(days "$certificate")" 365
same "subject" "$(subject "$certificate")" "CN=$host.kloud.lan,OU=IT,O=$host,L=Montreal,ST=QC,C=CA"
same "names" "$(names "$certificate")" \
    "$(sorted DNS:localhost 'DNS:*.localhost' "DNS:$host" "DNS:$host.kloud.lan" IP:127.0.0.1 "IP:$address")"
same "usages of the key" "$(extension "$certificate" keyUsage)" \
    "Digital Signature, Non Repudiation, Key Encipherment, Data Encipherment, Key Agreement"
holds "is for both sides" grep -q 'TLS Web Client Authentication, TLS Web Server Authentication\|TLS Web Server Authentication, TLS Web Client Authentication' <(usages "$certificate")
pair "$certificate" "$pki/$host.key" $authority
owned "key" "$pki/$host.key" 600 etcd:etcd
same "nothing else is in $pki" "$(find $pki -type f -printf '%f\n' | sort | paste -sd' ')" "$(sorted etcd-ca.crt "$host.crt" "$host.key")"
readable_by etcd "$pki/$host.key"
keys_only $authority "$pki/$host.key"
owned "data" /var/lib/etcd 700 etcd:etcd
owned "tree" /etc/etcd 755 etcd:etcd
owned "certificates" $pki 755 etcd:etcd
for each in etcd-ca.crt "$host.crt"; do owned "$each" "$pki/$each" 644 etcd:etcd; done

yaml=/etc/etcd/etcd.conf
initial=
for each in 1 2 3 4 5 6; do
    initial+=${initial:+,}k8s0etcd$each=https://${addresses[each - 1]}:2380
    same "k8s0etcd$each.kloud.lan resolves" "$(getent hosts "k8s0etcd$each.kloud.lan" | awk '{ print $1 }')" "${addresses[each - 1]}"
done
settings "option" $yaml ': ' "name=$host" data-dir=/var/lib/etcd "listen-peer-urls=https://$address:2380" \
    "listen-client-urls=https://$address:2379,https://127.0.0.1:2379" \
    "listen-metrics-urls=http://$address:2381,http://127.0.0.1:2381" "initial-cluster=$initial" \
    "initial-advertise-peer-urls=https://$host.kloud.lan:2380" "advertise-client-urls=https://$host.kloud.lan:2379" \
    initial-cluster-token=My_Secret_Token initial-cluster-state=new tls-min-version=TLS1.2 tls-max-version=TLS1.3
same "both sides show certificates" "$(grep -c '^  client-cert-auth: true$' $yaml)" 2

serves etcd etcd
for line in 'After=network.target' 'StartLimitIntervalSec=0s' 'User=etcd' 'Type=notify' 'Restart=on-failure' 'RestartSec=10s' 'LimitNOFILE=40000'; do
    holds "$line" grep -qxF "$line" "$(systemctl show -p FragmentPath --value etcd)"
done
# Where the host itself may not have so many, as in a container, systemd gives what there is.
same "open files" "$(systemctl show -p LimitNOFILE --value etcd)" 40000
pid=$(systemctl show -p MainPID --value etcd)
most=$(ulimit -Hn)
[[ $most = unlimited || $most -gt 40000 ]] && most=40000
holds "$most of them in effect" grep -qE "^Max open files +$most " "/proc/$pid/limits"

ctl() {
    etcdctl --endpoints "$(for each in "${addresses[@]}"; do printf 'https://%s:2379,' "$each"; done | sed 's/,$//')" \
        --cacert $authority --cert "$certificate" --key "$pki/$host.key" "$@"
}
members 6 ctl
agree 6 3.5.16 ctl
same "health without certificate, on the port for metrics" "$(curl -sf "http://$address:2381/health")" '{"health":"true","reason":""}'
holds "metrics" grep -q '^etcd_server_has_leader 1' <(curl -sf "http://$address:2381/metrics")
holds "health with certificate" curl -sf --cacert $authority --cert "$certificate" --key "$pki/$host.key" "https://$address:2379/health"
fails "health without certificate, on the port for clients" curl -sf --cacert $authority "https://$address:2379/health"

# By itself this OpenSSL would not even try TLS 1.1: it must be let.
handshake() {
    openssl s_client -connect "$address:2379" -CAfile $authority -cert "$certificate" -key "$pki/$host.key" \
        -cipher 'DEFAULT@SECLEVEL=0' "$@" </dev/null 2>&1
}
fails "TLS 1.1" handshake -tls1_1
holds "it is the server that refuses TLS 1.1" grep -q 'alert protocol version' <(handshake -tls1_1)
holds "TLS 1.2" handshake -tls1_2
holds "TLS 1.3" handshake -tls1_3
