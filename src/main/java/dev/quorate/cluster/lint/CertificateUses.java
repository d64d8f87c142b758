package dev.quorate.cluster.lint;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.inventory.CertificatesSpec;
import dev.quorate.inventory.ClusterCertificates;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.ProfileSpec;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.CertificateRequest;
import dev.quorate.pki.Distribution;
import java.time.Duration;
import java.util.stream.Stream;

/** What certificates may be used for, for how long, and by whom. */
final class CertificateUses implements Rule {

    private static final Duration LONG = Duration.ofDays(825);
    private static final EtcdVersion ANY_NAME_OF_ITS_OWN = new EtcdVersion(3, 4, 0);

    @Override
    public void check(ClusterSpec spec, Advice advice) {
        CertificatesSpec certificates = spec.certificates();
        mode(spec, advice);
        for (CertificateRequest request : new ClusterCertificates(spec).plan().requests()) {
            usages(request, advice);
            validity(request, certificates.authority().request().validity(), advice);
            distribution(path(request.profile()), request.special().distribution(), advice);
        }
        distribution(
                "certificates.authority", certificates.authority().request().distribution(), advice);
        if (!certificates.authority().request().names().isEmpty()) {
            advice.note(
                    "certificates.authority.names", "an authority serves nothing and needs no names", "leave them out");
        }
        clients(spec, advice);
    }

    private static String path(CertificateProfile profile) {
        return "certificates." + profile.word();
    }

    private static void mode(ClusterSpec spec, Advice advice) {
        String path = "certificates.mode";
        switch (spec.certificates().mode()) {
            case ONE_FOR_ALL, SHARED_PAIR ->
                advice.warning(
                        path,
                        "all members share one key: a theft from one host is a theft from all, and none can be revoked alone",
                        "choose per-member or combined");
            case CLUSTER_SERVER ->
                advice.warning(
                        path,
                        "all members share the server's key: whoever has it can pose as any of them to clients",
                        "choose per-member");
            case SHARED_NAMES -> {
                if (spec.etcd().version().atLeast(ANY_NAME_OF_ITS_OWN)) {
                    advice.note(
                            path,
                            "only clients before etcd 3.4 need the names of all members in each certificate; "
                                    + "with them, every new member means new certificates for all",
                            "choose combined");
                }
            }
            case PER_MEMBER, COMBINED -> {
                // As it should be.
            }
        }
    }

    private static void usages(CertificateRequest request, Advice advice) {
        String path = path(request.profile()) + ".extended-key-usages";
        boolean serves = request.usages().serves();
        boolean authenticates = request.usages().authenticatesClients();
        switch (request.profile()) {
            case CLIENT -> {
                if (!authenticates) {
                    advice.blocker(path, "client certificates lack clientAuth: members refuse them", "add clientAuth");
                } else if (serves) {
                    advice.warning(
                            path, "client certificates could pose as a server", "leave serverAuth out for clients");
                }
            }
            case SERVER -> {
                if (!serves) {
                    advice.blocker(path, "server certificates lack serverAuth: clients refuse them", "add serverAuth");
                } else if (!authenticates) {
                    advice.warning(
                            path,
                            "server certificates lack clientAuth: etcd's own gateway and health check show them as "
                                    + "clients and fail with \"bad certificate\"",
                            "add clientAuth");
                }
            }
            case PEER, COMBINED -> {
                if (!serves || !authenticates) {
                    advice.blocker(
                            path,
                            request.profile().word() + " certificates need serverAuth and clientAuth: among peers each "
                                    + "is server and client",
                            "name both");
                }
            }
        }
    }

    private static void validity(CertificateRequest request, Duration ofAuthority, Advice advice) {
        String path = path(request.profile()) + ".validity";
        Duration validity = request.validity();
        if (validity.compareTo(LONG) > 0) {
            advice.warning(
                    path,
                    request.profile().word() + " certificates for " + validity.toDays()
                            + " days: a stolen key is good as long",
                    "take a year and renew: pki renew takes no downtime");
        }
        if (validity.compareTo(ofAuthority) > 0) {
            advice.warning(
                    path,
                    "certificates outlive their authority of " + ofAuthority.toDays() + " days and are cut to it",
                    "give the authority a longer life");
        }
    }

    private static void distribution(String path, Distribution distribution, Advice advice) {
        boolean nowhere = Stream.of(distribution.revocationLists(), distribution.issuers(), distribution.responders())
                .flatMap(urls -> urls.stream())
                .anyMatch(url -> url.contains("//localhost") || url.contains("//127."));
        if (nowhere) {
            advice.warning(
                    path,
                    "certificates send clients to localhost for revocation: strict ones wait there for nothing, or fail",
                    "leave crl-urls, issuer-urls and ocsp-urls out");
        }
    }

    private static void clients(ClusterSpec spec, Advice advice) {
        if (spec.certificates().clients().isEmpty()) {
            advice.warning(
                    "certificates.clients",
                    "there is no client certificate, so that nobody could connect, the console included",
                    "name one: clients: [client]");
        }
        spec.profile().ifPresent(profile -> profile(spec, profile, advice));
    }

    private static void profile(ClusterSpec spec, ProfileSpec profile, Advice advice) {
        if (profile.client().equals(ProfileSpec.MEMBER)) {
            advice.warning(
                    "profile.client",
                    "login shells are pointed at the member's key, which only root and "
                            + spec.service().account().user() + " can read",
                    "name one of certificates.clients");
        } else if (profile.users().isEmpty()) {
            advice.note(
                    "profile",
                    "only root and " + spec.service().account().user() + " can read the key of " + profile.client()
                            + ": the profile does nothing for other logins",
                    "name them: users: [ops]");
        }
    }
}
