package dev.quorate.cluster;

import dev.quorate.pki.PassphraseSource;
import dev.quorate.pki.PkiStore;

/**
 * What the operator allows a plan to do that it would refuse by itself, or could not do.
 *
 * @param park moving data of another etcd aside where a member is to be
 * @param outage restarting a member although the cluster has no quorum meanwhile
 * @param passphrases of the authority's key, should it be encrypted
 */
record Permission(boolean park, boolean outage, PassphraseSource passphrases) {

    static final Permission NONE = new Permission(false, false, PkiStore.NO_PASSPHRASE);
}
