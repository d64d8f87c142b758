# Makes the file system that all test hosts stand on. To be sourced by bash, by root.
# shellcheck shell=bash

readonly debian_release=bookworm
readonly debian_packages=systemd,systemd-sysv,dbus,openssh-server,iproute2,iputils-ping,sudo,curl,ca-certificates,procps,openssl,rsync,nftables,iptables,ufw,faketime,less,lsb-release
# Raised when what is made here changes, so that an older one is not taken for it.
readonly debian_edition=2

# Where packages come from: what apt of this machine uses for the same release, else Debian's own address.
debian_mirror() {
    local mirror=
    if command -v apt-get >/dev/null; then
        # shellcheck disable=SC2016 # apt's own variables
        mirror=$(apt-get indextargets --format '$(ORIGIN) $(CODENAME) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
            awk -v release="$debian_release" '$1 == "Debian" && $2 == release && $3 == "main" { print $4; exit }') || mirror=
    fi
    echo "${QUORATE_DEBIAN_MIRROR:-${mirror:-http://deb.debian.org/debian}}"
}

# Prints the folder of the base below folder $1, which is made once.
debian_base() {
    local base making log
    base=$1/base-$debian_edition-$debian_release
    if [[ ! -e $base ]]; then
        making=$base.$$
        log=$1/base.log
        say "Making a Debian $debian_release to boot hosts from, once (about a minute)"
        make_base "$making" >"$log" 2>&1 &
        if ! wait $!; then
            tail -n 5 "$log" >&2
            rm -rf "$making"
            die "could not make the base system from $(debian_mirror): see $log"
        fi
        mv "$making" "$base"
    fi
    echo "$base"
}

make_base() {
    local base=$1 options=() keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    if [[ -r $keyring ]]; then options=(--keyring="$keyring"); fi
    debootstrap "${options[@]}" --variant=minbase --include="$debian_packages" "$debian_release" "$base" "$(debian_mirror)"
    keep_packages "$base"
    add_users "$base"
    printf 'PermitRootLogin yes\nPasswordAuthentication yes\n' >"$base/etc/ssh/sshd_config.d/hosts.conf"
    rm -f "$base"/etc/ssh/ssh_host_* "$base"/etc/machine-id "$base"/etc/resolv.conf
    touch "$base/etc/machine-id"
    systemctl --root="$base" enable systemd-networkd ssh
    systemctl --root="$base" mask apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer fstrim.timer \
        console-getty.service systemd-networkd-wait-online.service
}

# The hosts have no internet: apt-get install of these finds them in apt's cache.
keep_packages() {
    cp -L /etc/resolv.conf "$1/etc/resolv.conf"
    chroot "$1" apt-get update
    chroot "$1" apt-get install -y --no-install-recommends --download-only etcd-server etcd-client firewalld
}

# Passwords are the user's name and "-password".
add_users() {
    local user
    for user in ops deploy guest; do chroot "$1" useradd --create-home --shell /bin/bash "$user"; done
    for user in root ops deploy guest; do echo "$user:$user-password"; done | chroot "$1" chpasswd
    echo 'ops ALL=(ALL:ALL) ALL' >"$1/etc/sudoers.d/ops"
    echo 'deploy ALL=(ALL:ALL) NOPASSWD: ALL' >"$1/etc/sudoers.d/deploy"
    chmod 440 "$1"/etc/sudoers.d/*
}
