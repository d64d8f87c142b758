package dev.quorate.inventory.file;

import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.IssueMode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Which roles the modes of issuing have. */
final class Profiles {

    private Profiles() {}

    static Set<CertificateProfile> issued(IssueMode mode) {
        return Collections.unmodifiableSet(
                switch (mode) {
                    case PER_MEMBER, CLUSTER_SERVER, SHARED_PAIR ->
                        EnumSet.of(CertificateProfile.SERVER, CertificateProfile.PEER, CertificateProfile.CLIENT);
                    case ONE_FOR_ALL, SHARED_NAMES, COMBINED ->
                        EnumSet.of(CertificateProfile.COMBINED, CertificateProfile.CLIENT);
                });
    }

    static boolean haveSharedName(IssueMode mode) {
        return switch (mode) {
            case ONE_FOR_ALL, CLUSTER_SERVER, SHARED_PAIR -> true;
            case PER_MEMBER, SHARED_NAMES, COMBINED -> false;
        };
    }
}
