package io.carillon.server;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, without reflection, so that they get what they use by their constructors. */
record Commands(Streams streams) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == ServeCommand.class) return type.cast(new ServeCommand(streams));
        if (type == DemoCommand.class) return type.cast(new DemoCommand(streams));
        if (type == CheckCommand.class) return type.cast(new CheckCommand(streams));
        if (type == PushCommand.class) return type.cast(new PushCommand(streams));
        if (type == PullCommand.class) return type.cast(new PullCommand(streams));
        if (type == SendTestCommand.class) return type.cast(new SendTestCommand(streams));
        if (type == BackupCommand.class) return type.cast(new BackupCommand(streams));
        if (type == RestoreCommand.class) return type.cast(new RestoreCommand(streams));
        if (type == DoctorCommand.class) return type.cast(new DoctorCommand(streams));
        if (type == AuditCommand.class) return type.cast(new AuditCommand(streams));
        if (type == QuarantineCommand.class) return type.cast(new QuarantineCommand(streams));
        if (type == ImportCommand.class) return type.cast(new ImportCommand(streams));
        if (type == MapCommand.class) return type.cast(new MapCommand(streams));
        if (type == CleanseCommand.class) return type.cast(new CleanseCommand(streams, System.in));
        if (type == LinkCommand.class) return type.cast(new LinkCommand(streams));
        if (type == TrainCommand.class) return type.cast(new TrainCommand(streams));
        if (type == PlanCommand.class) return type.cast(new PlanCommand(streams));
        if (type == PlanCommand.Infer.class) return type.cast(new PlanCommand.Infer(streams));
        return CommandLine.defaultFactory().create(type);
    }
}
