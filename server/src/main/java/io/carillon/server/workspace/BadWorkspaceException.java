package io.carillon.server.workspace;

import java.util.List;

/** A workspace that cannot be published. The message has a line for each problem. */
public final class BadWorkspaceException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    BadWorkspaceException(String where, List<String> problems) {
        super("the workspace %s has problems:\n%s".formatted(where, String.join("\n", problems)));
    }
}
