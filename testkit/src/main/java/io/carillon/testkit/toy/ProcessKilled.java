package io.carillon.testkit.toy;

/** Thrown out of a step to say: here the process dies, as by {@code kill -9}. Hosts let what the virtual machine does not survive end them, and never park it. */
public final class ProcessKilled extends VirtualMachineError {
    private static final long serialVersionUID = 1L;

    public ProcessKilled() {
        super("killed by the test");
    }
}
