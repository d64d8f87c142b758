package dev.quorate.nodeconfig;

import dev.quorate.etcd.EtcdVersion;

/** Which versions of etcd have an option. */
enum Support {
    ALWAYS {
        @Override
        boolean includes(EtcdVersion version) {
            return true;
        }
    },
    SINCE_3_5_5 {
        @Override
        boolean includes(EtcdVersion version) {
            return version.atLeast(new EtcdVersion(3, 5, 5));
        }
    },
    UNTIL_3_6 {
        @Override
        boolean includes(EtcdVersion version) {
            return !version.atLeast(new EtcdVersion(3, 6, 0));
        }
    },
    /** Added to two lines at a time. */
    TLS_VERSIONS {
        @Override
        boolean includes(EtcdVersion version) {
            boolean inOldLine = version.minor() == 4 && version.atLeast(new EtcdVersion(3, 4, 25));
            return inOldLine || version.atLeast(new EtcdVersion(3, 5, 8));
        }
    };

    abstract boolean includes(EtcdVersion version);
}
