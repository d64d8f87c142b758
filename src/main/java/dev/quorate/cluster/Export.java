package dev.quorate.cluster;

import dev.quorate.etcd.EtcdSettings;
import dev.quorate.inventory.ClusterSpec;

/** What can be written of a cluster for other tools. */
enum Export {
    /** {@code etcd.external} of kubeadm's configuration. */
    KUBEADM {
        @Override
        String write(ClusterSpec spec, EtcdSettings.Tls tls) {
            return KubeadmStanza.of(spec);
        }
    },
    /** {@code ETCDCTL_*} for a shell. */
    ENVIRONMENT {
        @Override
        String write(ClusterSpec spec, EtcdSettings.Tls tls) {
            return EtcdctlFiles.of(spec, tls).environment();
        }
    },
    /** Commands for a shell: one for the whole cluster and one for each member. */
    ALIASES {
        @Override
        String write(ClusterSpec spec, EtcdSettings.Tls tls) {
            return EtcdctlFiles.of(spec, tls).aliases();
        }
    },
    /** An Ansible inventory. */
    ANSIBLE {
        @Override
        String write(ClusterSpec spec, EtcdSettings.Tls tls) {
            return HostLists.ansible(spec);
        }
    },
    /** {@code Host} blocks for {@code ~/.ssh/config}. */
    SSH_CONFIG {
        @Override
        String write(ClusterSpec spec, EtcdSettings.Tls tls) {
            return HostLists.sshConfig(spec);
        }
    };

    /** @param tls the files an operator's client uses, by absolute paths */
    abstract String write(ClusterSpec spec, EtcdSettings.Tls tls);
}
