package io.carillon.host.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rocksdb.EnvOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileWriter;

/** Whether files can be written past the system's file cache, which not every file system lets one do. */
final class DirectIo {
    private DirectIo() {}

    /**
     * Tries it with a small file, which is gone again afterwards.
     *
     * @throws IOException if the directory cannot be used at all
     */
    static boolean worksIn(Path directory) throws IOException {
        Path probe = directory.resolve("direct-io.probe");
        Files.deleteIfExists(probe);
        try (var past = new EnvOptions().setUseDirectWrites(true);
                var options = new Options();
                var writer = new SstFileWriter(past, options)) {
            writer.open(probe.toString());
            writer.put(Keys.utf8("a row"), Keys.utf8("or two"));
            writer.finish();
            return true;
        } catch (RocksDBException e) {
            return false;
        } finally {
            Files.deleteIfExists(probe);
        }
    }
}
