package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Endpoint;
import dev.quorate.failure.ExitCode;
import dev.quorate.failure.Failure;
import dev.quorate.failure.OperatorException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a member tells Prometheus, at {@code /metrics} of its client URL. */
final class MetricsPage {

    private final TransportSecurity security;
    private final Duration timeout;

    MetricsPage(TransportSecurity security, Duration timeout) {
        this.security = security;
        this.timeout = timeout;
    }

    String of(Endpoint endpoint) {
        boolean secure = security.secure(endpoint);
        URI page = URI.create((secure ? "https://" : "http://") + endpoint.authority() + "/metrics");
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(timeout);
        if (secure) {
            builder.sslContext(security.context());
        }
        try (HttpClient client = builder.build()) {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(page).timeout(timeout).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw failed(page, "status " + answer.statusCode(), null);
            }
            return answer.body();
        } catch (IOException e) {
            throw failed(page, String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            throw Calls.interrupted(e);
        }
    }

    private static OperatorException failed(URI page, String reason, @Nullable Throwable cause) {
        return new OperatorException(
                new Failure(
                        "cannot read " + page + ": " + reason,
                        "check that the member answers there: endpoint status",
                        ExitCode.BAD_CONNECTION),
                cause);
    }
}
