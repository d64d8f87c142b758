package dev.quorate.remote;

/** Hears of every change to a host, before it is tried. */
@FunctionalInterface
public interface HostAudit {

    /** @param change as an operator would say it: {@code write /etc/etcd/etcd.yaml (0644)}, {@code run systemctl stop etcd} */
    void changing(String host, String change);
}
