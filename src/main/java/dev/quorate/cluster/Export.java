package dev.quorate.cluster;

import dev.quorate.inventory.ClusterSpec;
import java.nio.file.Path;

/** What can be written of a cluster for other tools. */
enum Export {
    /** {@code etcd.external} of kubeadm's configuration. */
    KUBEADM {
        @Override
        String write(ClusterSpec spec, Path pki) {
            return KubeadmStanza.of(spec);
        }
    },
    /** {@code ETCDCTL_*} for a shell. */
    ENVIRONMENT {
        @Override
        String write(ClusterSpec spec, Path pki) {
            return EtcdctlFiles.environment(spec, pki);
        }
    },
    /** Commands for a shell: one for the whole cluster and one for each member. */
    ALIASES {
        @Override
        String write(ClusterSpec spec, Path pki) {
            return EtcdctlFiles.aliases(spec, pki);
        }
    },
    /** An Ansible inventory. */
    ANSIBLE {
        @Override
        String write(ClusterSpec spec, Path pki) {
            return HostLists.ansible(spec);
        }
    },
    /** {@code Host} blocks for {@code ~/.ssh/config}. */
    SSH_CONFIG {
        @Override
        String write(ClusterSpec spec, Path pki) {
            return HostLists.sshConfig(spec);
        }
    };

    /** @param pki where the console keeps the cluster's certificates */
    abstract String write(ClusterSpec spec, Path pki);
}
