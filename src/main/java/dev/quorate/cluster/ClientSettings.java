package dev.quorate.cluster;

import dev.quorate.etcd.Endpoint;
import dev.quorate.etcd.EtcdSettings;
import dev.quorate.inventory.ClusterCertificates;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.MemberUrls;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.pki.AuthorityFiles;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.CertificateRequest;
import dev.quorate.pki.FileNames;
import dev.quorate.pki.PkiStore;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How an operator's client reaches a cluster: by the names for those outside where there are any, with the first client certificate. */
final class ClientSettings {

    private ClientSettings() {}

    /** With the certificates that are kept here, else, where others made them, by what was saved when it was adopted. */
    static EtcdSettings of(ClusterSpec spec, ClusterHome home, PkiStore store, WayIn wayIn) {
        EtcdSettings own = of(spec, authority(spec, store), store.directory());
        boolean here = own.tls().certificate().filter(Files::exists).isPresent();
        return home.isAdopted() && !here ? wayIn.require(spec.name()) : own;
    }

    /** Under the name it is stored by, which is its own where it is taken in; one that is made will be {@code ca.crt}. */
    static Path authority(ClusterSpec spec, PkiStore store) {
        if (store.hasAuthority()) {
            return store.authorityFile();
        }
        String name = spec.certificates()
                .authority()
                .source()
                .map(source ->
                        AuthorityFiles.find(source).certificate().getFileName().toString())
                .orElse("ca.crt");
        return store.directory().resolve(name);
    }

    private static EtcdSettings of(ClusterSpec spec, Path authority, Path pki) {
        List<Endpoint> endpoints =
                spec.members().stream().map(member -> endpoint(spec, member)).toList();
        Optional<FileNames> client = new ClusterCertificates(spec)
                .plan().requests().stream()
                        .filter(request -> request.profile() == CertificateProfile.CLIENT)
                        .findFirst()
                        .map(CertificateRequest::files);
        EtcdSettings.Tls tls = new EtcdSettings.Tls(
                Optional.of(authority),
                client.map(files -> pki.resolve(files.certificate())),
                client.map(files -> pki.resolve(files.key())),
                false);
        return new EtcdSettings(
                endpoints, tls, Optional.empty(), EtcdSettings.Timeouts.DEFAULT, EtcdSettings.KeepAlive.DEFAULT);
    }

    private static Endpoint endpoint(ClusterSpec spec, NodeSpec member) {
        Endpoint advertised = new Endpoint(new MemberUrls(spec).advertiseClients(member));
        if (member.publicNames().isEmpty() && resolves(advertised.host())) {
            return advertised;
        }
        String host = member.publicNames().isEmpty()
                ? member.address()
                : member.publicNames().getFirst();
        return new Endpoint(
                "https://%s:%d".formatted(host, spec.configuration().ports().client()));
    }

    /** A name that only the hosts know is of no use here; their certificates have the addresses too. */
    private static boolean resolves(String host) {
        try {
            return InetAddress.getByName(host) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
