package io.carillon.core.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads a workspace: {@code workspace.yaml}, and one definition per YAML file in a folder for each kind. */
public final class WorkspaceReader {
    public static final int FILES_MAX = 10_000;
    public static final int PROBLEMS_MAX = 1_000;

    static final String WORKSPACE_FILE = "workspace.yaml";

    /** In the order in which they are read: a definition speaks of those before it, and by name of any. */
    private static final List<String> FOLDERS =
            List.of("sources", "topics", "channels", "messages", "traits", "segments", "journeys", "webhooks", "plans");

    /** Kinds of files, as folders and schemas are called. */
    public static final List<String> KINDS =
            Stream.concat(Stream.of("workspace"), FOLDERS.stream()).toList();

    /** A file that is YAML. */
    private record Part(String folder, Section section) {}

    private final Draft draft;
    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    private WorkspaceReader(Draft draft) {
        this.draft = draft;
    }

    /**
     * Reads all files, and reports all problems rather than the first.
     *
     * @param files texts by their path within the workspace, such as {@code journeys/cart.yaml}; others than {@code .yaml}
     *     and {@code .yml} are left alone
     */
    public static Outcome read(SortedMap<String, String> files, Secrets secrets, TemplateCheck templates) {
        return new WorkspaceReader(new Draft(secrets, templates)).read(files);
    }

    private Outcome read(SortedMap<String, String> files) {
        List<String> paths =
                files.keySet().stream().filter(WorkspaceReader::isYaml).toList();
        if (paths.size() > FILES_MAX) {
            return new Outcome.Invalid(List.of(new Problem(
                    WORKSPACE_FILE,
                    1,
                    1,
                    "a workspace has at most %d files, not %d".formatted(FILES_MAX, paths.size()))));
        }
        if (!files.containsKey(WORKSPACE_FILE)) {
            errors.add(new Problem(
                    WORKSPACE_FILE, 1, 1, "is missing; expected a file with workspace: NAME and timezone: ZONE"));
        }
        var parts = new ArrayList<Part>();
        for (String path : paths) parse(path, files.getOrDefault(path, "")).ifPresent(parts::add);
        for (Part part : parts) announce(part);
        read(parts, "");
        for (String folder : FOLDERS) {
            if (folder.equals("segments")) draft.roles.forEach(draft.named::read);
            read(parts, folder);
        }
        StartLoops.check(draft);
        errors.sort(null);
        warnings.sort(null);
        return errors.isEmpty() ? new Outcome.Valid(draft.finish(), warnings) : new Outcome.Invalid(errors);
    }

    private Optional<Part> parse(String path, String text) {
        Report report = new Report(path, new Lines(text), errors, warnings);
        String folder = path.equals(WORKSPACE_FILE) ? "" : path.substring(0, Math.max(0, path.indexOf('/')));
        if (folder.isEmpty() && !path.equals(WORKSPACE_FILE)) {
            report.error(
                    Lines.Place.START,
                    "stands outside a folder; expected " + WORKSPACE_FILE + " or a file in "
                            + String.join("/, ", FOLDERS) + "/");
            return Optional.empty();
        }
        if (!folder.isEmpty() && !FOLDERS.contains(folder)) {
            report.error(
                    Lines.Place.START,
                    "unknown folder \"%s\"; %s".formatted(Field.shown(folder), Spelling.hint(folder, FOLDERS)));
            return Optional.empty();
        }
        Optional<MappingNode> root = Yaml.read(text, report);
        if (root.isEmpty()) miss(folder);
        return root.map(node -> new Part(folder, new Section(report, node)));
    }

    /** Says what is defined in a file, before any is read. */
    private void announce(Part part) {
        switch (part.folder()) {
            case "topics" -> announce(part, "topic", draft.topicNames);
            case "channels" -> announce(part, "channel", draft.channelWords);
            case "messages" -> announce(part, "message", draft.messageNames);
            case "traits" -> announce(part, "trait", draft.traitNames);
            case "journeys" -> announce(part, "journey", draft.journeyNames);
            case "webhooks" -> announce(part, "webhook", draft.webhookNames);
            case "segments" -> {
                announce(part, "segment", draft.segmentNames);
                part.section()
                        .optional("when")
                        .ifPresent(when -> part.section()
                                .optional("segment")
                                .flatMap(Field::idIfAny)
                                .ifPresent(name -> draft.named.announceSegment(name, when)));
            }
            default -> {}
        }
    }

    private static void announce(Part part, String key, References names) {
        part.section().optional(key).flatMap(Field::idIfAny).ifPresent(names::announce);
    }

    private void read(List<Part> parts, String folder) {
        for (Part part : parts) {
            if (!part.folder().equals(folder)) continue;
            Section section = part.section();
            switch (folder) {
                case "sources" -> SourceFile.read(section, draft);
                case "topics" -> TopicFile.read(section, draft);
                case "channels" -> ChannelFile.read(section, draft);
                case "messages" -> MessageFile.read(section, draft);
                case "traits" -> TraitFile.read(section, draft);
                case "segments" -> SegmentFile.read(section, draft);
                case "journeys" -> JourneyFile.read(section, draft);
                case "webhooks" -> WebhookFile.read(section, draft);
                case "plans" -> PlanFile.read(section, draft);
                default -> WorkspaceFile.read(section, draft);
            }
            section.close();
        }
    }

    private void miss(String folder) {
        switch (folder) {
            case "sources" -> draft.sourceNames.miss();
            case "topics" -> draft.topicNames.miss();
            case "channels" -> draft.channelWords.miss();
            case "messages" -> draft.messageNames.miss();
            case "segments" -> draft.segmentNames.miss();
            case "journeys" -> draft.journeyNames.miss();
            case "webhooks" -> draft.webhookNames.miss();
            default -> {}
        }
    }

    private static boolean isYaml(String path) {
        return path.endsWith(".yaml") || path.endsWith(".yml");
    }
}
