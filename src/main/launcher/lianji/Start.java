package lianji;

/**
 * Where the program begins: compiled for older Javas than the rest, so that one of them says in a
 * sentence what is missing. Exit code 2, as of a verifier that could not check.
 */
public final class Start {

    private static final int OLDEST = 25;
    private static final int NOTHING_DONE = 2;
    private static final String PROGRAM = "org.lianji.Lianji";

    private Start() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        int version = Runtime.version().feature();
        if (version < OLDEST) {
            System.err.printf(
                    "Lianji needs Java %d or newer, and this is Java %d (%s): nothing was done or"
                            + " checked.%nCall it by the path of a newer one, or by the script"
                            + " 'lianji' beside the jar, which looks for one.%n",
                    OLDEST, version, System.getProperty("java.home"));
            System.exit(NOTHING_DONE);
        }
        Class.forName(PROGRAM).getMethod("main", String[].class).invoke(null, (Object) arguments);
    }
}
