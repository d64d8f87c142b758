package dev.quorate.session;

import dev.quorate.etcd.Endpoint;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/**
 * Finds endpoints by the service records of a domain, as etcd's clients do: {@code _etcd-client-ssl._tcp.DOMAIN} for
 * endpoints with TLS and {@code _etcd-client._tcp.DOMAIN} for those without; a service name is appended to the service.
 */
final class ServiceRecords {

    /** Asks the domain name system. */
    interface Lookup {
        /** The SRV records of {@code name}, each {@code priority weight port target}; none where there is no such name. */
        List<String> records(String name) throws NamingException;
    }

    private final Lookup lookup;

    ServiceRecords(Lookup lookup) {
        this.lookup = lookup;
    }

    static ServiceRecords ofTheSystem() {
        return new ServiceRecords(ServiceRecords::ask);
    }

    /** @param insecure whether endpoints without TLS are wanted too */
    List<Endpoint> endpoints(String domain, String serviceName, boolean insecure) {
        String suffix = serviceName.isEmpty() ? "" : "-" + serviceName;
        List<Endpoint> found = new ArrayList<>(endpoints("https", "_etcd-client-ssl" + suffix + "._tcp." + domain));
        if (insecure) {
            found.addAll(endpoints("http", "_etcd-client" + suffix + "._tcp." + domain));
        }
        if (found.isEmpty()) {
            throw OperatorException.of(
                    ExitCode.BAD_CONNECTION,
                    "no SRV records of etcd in " + domain,
                    "check --discovery-srv and its name");
        }
        return found;
    }

    private List<Endpoint> endpoints(String scheme, String name) {
        List<Endpoint> found = new ArrayList<>();
        try {
            for (String text : lookup.records(name)) {
                String[] fields = text.split(" ");
                String host = fields[3].endsWith(".") ? fields[3].substring(0, fields[3].length() - 1) : fields[3];
                found.add(new Endpoint(scheme + "://" + host + ":" + fields[2]));
            }
        } catch (NamingException e) {
            Failure failure = Failure.of(ExitCode.BAD_CONNECTION, "cannot look up " + name + ": " + e.getMessage());
            throw new OperatorException(failure.withHint("check --discovery-srv, or give --endpoints"), e);
        }
        return found;
    }

    /** By the JDK's only client of the domain name system; of an answer nothing but the text of SRV records is read. */
    @SuppressWarnings({"BanJNDI", "JdkObsolete"})
    private static List<String> ask(String name) throws NamingException {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        InitialDirContext dns = new InitialDirContext(environment);
        List<String> records = new ArrayList<>();
        try {
            Attribute found = dns.getAttributes(name, new String[] {"SRV"}).get("SRV");
            for (int index = 0; found != null && index < found.size(); index++) {
                records.add(String.valueOf(found.get(index)));
            }
        } catch (NameNotFoundException e) {
            return List.of();
        } finally {
            dns.close();
        }
        return records;
    }
}
