package io.carillon.server;

import io.carillon.server.client.ApiClient;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which server a command talks to, and as whom. */
final class ServerOptions {
    private static final String TOKEN_VARIABLE = "CARILLON_API_TOKEN";
    private Optional<CommandSpec> command = Optional.empty();

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "where the server is (default ${DEFAULT-VALUE})",
            defaultValue = "http://127.0.0.1:8080")
    private String server = "";

    @Option(names = "--token", paramLabel = "TOKEN", description = "API token (default: CARILLON_API_TOKEN)")
    private String token = "";

    @Spec(Spec.Target.MIXEE)
    void command(CommandSpec spec) {
        command = Optional.of(spec);
    }

    /** @throws ParameterException when one of them is missing or wrong */
    ApiClient client() {
        String bearer = token.isBlank() ? System.getenv().getOrDefault(TOKEN_VARIABLE, "") : token;
        if (bearer.isBlank()) throw wrong("there is no API token; expected " + TOKEN_VARIABLE + " or --token");
        return new ApiClient(base(), bearer.strip());
    }

    private URI base() {
        try {
            URI uri = URI.create(server.strip().replaceAll("/+$", ""));
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) return uri;
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw wrong(
                "--server: \"%s\" is not a server's address; expected e.g. http://127.0.0.1:8080".formatted(server));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.orElseThrow().commandLine(), message);
    }
}
