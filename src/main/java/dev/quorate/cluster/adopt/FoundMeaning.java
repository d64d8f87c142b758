package dev.quorate.cluster.adopt;

import dev.quorate.inventory.ServiceSpec;
import dev.quorate.inventory.ServiceSpec.Account;
import dev.quorate.nodeconfig.NodeSettings;
import dev.quorate.nodeconfig.Setting;
import dev.quorate.provision.NodeLayout;
import dev.quorate.remote.Host;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the files of an adopted member say, whoever wrote them: they are as the cluster file has it if adopting them now would
 * bring the same. A unit may say more than a cluster file can.
 */
public record FoundMeaning(NodeLayout layout) {

    /** Whether etcd is configured as it should be, wherever each option stands. */
    public boolean ofConfiguration(Host host) throws InterruptedException {
        MemberLook look = new MemberLook(host);
        FoundUnit unit = look.unit(layout.spec().service().name());
        NodeSettings found = look.settings(unit).settings();
        return comparable(found).equals(comparable(layout.node().settings()));
    }

    /** Whether the unit starts the program as it should, with the file it should or the options it should. */
    public boolean ofUnit(Host host) throws InterruptedException {
        FoundUnit unit = new MemberLook(host).unit(layout.spec().service().name());
        Path program = Path.of(unit.parsed().command().stream().findFirst().orElse(""));
        return program.equals(layout.spec().etcd().program())
                && comparable(service(unit)).equals(comparable(layout.spec().service()))
                && configures(unit, host);
    }

    private boolean configures(FoundUnit unit, Host host) throws InterruptedException {
        Path file = layout.spec().configuration().file();
        return switch (layout.spec().configuration().form()) {
            case YAML ->
                unit.flag("config-file").filter(file.toString()::equals).isPresent();
            case ENVIRONMENT -> unit.parsed().environmentFiles().contains(file);
            case FLAGS, VARIABLES -> ofConfiguration(host);
        };
    }

    private ServiceSpec service(FoundUnit unit) {
        Account wanted = layout.spec().service().account();
        FoundHost.Account known =
                new FoundHost.Account(wanted.group(), wanted.home().orElse(Path.of("/")), wanted.shell());
        FoundHost host = new FoundHost(
                Optional.of(known), FoundHost.NONE.programs(), FoundHost.NONE.keys(), FoundHost.NONE.profiles());
        return new FoundService(unit, host).spec();
    }

    /** Without what stands in the account, not in the unit. */
    private static ServiceSpec comparable(ServiceSpec service) {
        Account account = service.account();
        return new ServiceSpec(
                service.name(),
                service.file(),
                service.description(),
                service.documentation(),
                new Account(account.user(), account.group(), Optional.empty(), Account.DEFAULT.shell()),
                service.restart(),
                service.after(),
                service.openFiles());
    }

    /** A member that lives ignores with whom it began; lists are what they are in any order. */
    private Map<Setting, Object> comparable(NodeSettings settings) {
        Map<Setting, Object> comparable = new EnumMap<>(Setting.class);
        settings.values().forEach((setting, value) -> {
            boolean list = setting.kind() == Setting.Kind.LIST || setting == Setting.INITIAL_CLUSTER;
            comparable.put(setting, list ? new TreeSet<>(Arrays.asList(value.split(","))) : value);
        });
        comparable.putIfAbsent(Setting.INITIAL_CLUSTER_TOKEN, Adoption.USUAL_TOKEN);
        comparable.remove(Setting.INITIAL_CLUSTER_STATE);
        if (layout.joined()) {
            comparable.remove(Setting.INITIAL_CLUSTER);
        }
        return comparable;
    }
}
