package io.carillon.server.api;

import io.carillon.server.backup.Backups;
import io.carillon.server.http.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends whoever carries the token everything that is kept. It leads out only: no caller names a place on the server. */
public final class BackupApi {
    private final Backups backups;

    public BackupApi(Backups backups) {
        this.backups = backups;
    }

    public void addTo(Api api) {
        api.get("/api/backup", _ -> send());
    }

    private Answer send() {
        try {
            return backups.begin()
                    .map(backup -> Answer.written("application/zip", backup::writeTo)
                            .with(Backups.BYTES_HEADER, Long.toString(backup.bytes()))
                            .with("Content-Disposition", "attachment; filename=\"carillon-backup.zip\""))
                    .orElseGet(() -> Answer.error(409, "backup_under_way", "another backup is being made"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
