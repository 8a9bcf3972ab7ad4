package io.carillon.server.settings;

import java.util.Locale;

/** A machine setting's names. */
public enum Setting {
    PORT("port"),
    HOST("host"),
    DATA("data"),
    WORKSPACE("workspace"),
    PUBLIC_URL("publicUrl"),
    TRUSTED_PROXIES("trustedProxies"),
    SHARDS("shards"),
    LOG_FORMAT("logFormat");

    private final String key;

    Setting(String key) {
        this.key = key;
    }

    /** In the file: {@code publicUrl}. */
    public String key() {
        return key;
    }

    /** {@code --public-url}. */
    public String flag() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code CARILLON_PUBLIC_URL}. */
    public String variable() {
        return "CARILLON_" + name();
    }
}
