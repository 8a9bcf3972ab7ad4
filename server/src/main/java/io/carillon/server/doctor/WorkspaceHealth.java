package io.carillon.server.doctor;

import io.carillon.core.definition.Outcome;
import io.carillon.core.definition.Problem;
import java.nio.file.Path;

/** Definitions, as {@code check} sees them. */
public final class WorkspaceHealth {
    private static final String WORKSPACE = "workspace";

    private WorkspaceHealth() {}

    public static void published(long version, Outcome read, Diagnosis diagnosis) {
        diagnosis.note(WORKSPACE, "published version", version);
        problems("published", "the published workspace", read, diagnosis);
    }

    public static void nothingPublished(Diagnosis diagnosis) {
        diagnosis.note(WORKSPACE, "published version", "nothing is published yet");
    }

    public static void folder(Path folder, Outcome read, Diagnosis diagnosis) {
        diagnosis.note(WORKSPACE, "folder", folder.toString());
        problems("in the folder", "the folder " + folder, read, diagnosis);
    }

    private static void problems(String name, String of, Outcome read, Diagnosis diagnosis) {
        switch (read) {
            case Outcome.Valid(var workspace, var warnings) -> {
                diagnosis.note(
                        WORKSPACE,
                        name,
                        "%s: %d messages, %d segments, %d journeys"
                                .formatted(
                                        workspace.name(),
                                        workspace.messages().size(),
                                        workspace.segments().size(),
                                        workspace.journeys().size()));
                for (Problem warning : warnings) diagnosis.note(WORKSPACE, "warning", warning.toString());
            }
            case Outcome.Invalid(var problems) -> {
                for (Problem problem : problems) {
                    diagnosis.problem(
                            "%s: %s".formatted(of, problem),
                            "set what is missing, or correct the file and publish it: ./carillon push");
                }
            }
        }
    }
}
