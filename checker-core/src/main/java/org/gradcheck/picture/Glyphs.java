package org.gradcheck.picture;

/**
 * The characters a plot is drawn with.
 *
 * @param vertical the vertical axis
 * @param tick where it has a label
 * @param corner where the axes meet
 * @param horizontal the horizontal axis
 * @param step where it has a label
 * @param trace a line in the upper, middle and lower third of a character
 */
record Glyphs(char vertical, char tick, char corner, char horizontal, char step, String trace) {

    /** Characters that every terminal has. */
    static final Glyphs ASCII = new Glyphs('|', '+', '+', '-', '+', "'-.");

    /** Box-drawing characters. */
    static final Glyphs BOXES = new Glyphs('│', '┤', '└', '─', '┴', "'·.");
}
