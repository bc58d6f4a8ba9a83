package org.gradcheck.output;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;

/** Whether the Java in use can draw. It must be asked first: where the module is missing, classes that draw cannot even be loaded. */
public final class DrawingSupport {

    private DrawingSupport() {}

    /** Something is missing; the message says what. */
    public static final class MissingException extends Exception {

        private static final long serialVersionUID = 1L;

        MissingException(String message) {
            super(message);
        }
    }

    /**
     * Fails where pictures cannot be drawn, before there is something to draw.
     *
     * @throws MissingException if the module or a font is missing
     */
    public static void require() throws MissingException {
        if (ModuleLayer.boot().findModule("java.desktop").isEmpty()) {
            throw new MissingException("this Java has no module java.desktop, which draws pictures");
        }
        String headless = "java.awt.headless";
        if (System.getProperty(headless) == null) {
            System.setProperty(headless, "true"); // there may be a display, and it is not to be asked
        }
        try {
            Text.layOut();
        } catch (LinkageError | InternalError | RuntimeException e) {
            // What is thrown without fontconfig, a font or a native library differs from one Java to the next.
            throw new MissingException("this Java finds no font to write with (" + e + ")");
        }
    }

    /** Loaded when the module is there. */
    private static final class Text {

        private Text() {}

        static void layOut() {
            Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
            new TextLayout("10⁻⁸", font, new FontRenderContext(null, true, true));
        }
    }
}
