package dev.quorate.cluster.adopt;

import dev.quorate.etcd.EtcdVersion;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.inventory.EtcdSpec;
import dev.quorate.inventory.NodeSpec;
import dev.quorate.inventory.SshSpec;
import dev.quorate.nodeconfig.FoundSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a cluster file of what was written to be put on hosts: a unit, a file of variables or one of options for each member,
 * or one unit for all of them.
 *
 * @param source one such file, or a folder with them
 */
public record MemberFiles(Path source) {

    /** Whether {@code text} is such a file. */
    public static boolean isOne(String text) {
        return FolderLook.isMemberFile(text);
    }

    /** @param version of the etcd to run; which they were written for is not in the files */
    public Adoption adopt(String name, EtcdVersion version, SshSpec ssh) {
        FolderLook look = FolderLook.at(source);
        Map<String, FoundMember> found = new LinkedHashMap<>();
        for (WrittenMember written : WrittenMember.all(look, source)) {
            FoundMember member = written.found();
            FoundMember twin = found.putIfAbsent(member.member().name(), member);
            if (twin != null) {
                throw OperatorException.of(
                        ExitCode.INVALID_INPUT,
                        "%s is another %s"
                                .formatted(written.file(), member.member().name()),
                        "name a folder with the files of one cluster, each member's once");
            }
        }
        if (found.isEmpty()) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "nothing in " + source + " configures a member",
                    "it must have a unit that starts etcd, or a file with its variables or options");
        }
        return adopt(List.copyOf(found.values()), Adoption.of(name, List.copyOf(found.values()), version, ssh));
    }

    private Adoption adopt(List<FoundMember> found, Adoption adoption) {
        ClusterSpec spec = adoption.spec();
        List<NodeSpec> members = new ArrayList<>(spec.members());
        List<NodeSpec> others = others(found);
        members.addAll(others);
        EtcdSpec etcd = EtcdSpec.DEFAULT;
        Adoption all = new Adoption(
                spec.withMembers(members)
                        .withEtcd(new EtcdSpec(
                                spec.etcd().version(),
                                etcd.source(),
                                spec.etcd().directory(),
                                etcd.owner(),
                                etcd.mode(),
                                etcd.programs())),
                adoption.remarks());
        for (NodeSpec other : others) {
            all = all.and(other.name() + ": there is no file of its own; it is as the others say");
        }
        List<String> unknown = new FoundCertificates(found).unknown();
        return unknown.size() == found.size()
                ? all.and("there is no certificate beside the files: what they should be like is the default")
                : all;
    }

    /** Who is a member by what those who are known say. */
    private static List<NodeSpec> others(List<FoundMember> found) {
        Map<String, NodeSpec> others = new LinkedHashMap<>();
        for (FoundMember member : found) {
            FoundSettings settings = member.found();
            WrittenMember.entries(settings)
                    .forEach((name, url) -> FoundUrl.parse(url)
                            .ifPresent(parsed -> others.putIfAbsent(name, NodeSpec.of(name, parsed.host()))));
        }
        found.forEach(member -> others.remove(member.member().name()));
        return List.copyOf(others.values());
    }
}
