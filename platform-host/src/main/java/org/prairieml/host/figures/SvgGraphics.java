package org.prairieml.host.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Turns what is painted into elements of an SVG document, one {@code path} for each shape.
 *
 * <p>Shapes are written in the coordinates of the picture, so that no element needs a transform.
 * Strokes and paints are those of XChart and this package: basic strokes that no transform scales,
 * and plain colors.
 */
final class SvgGraphics extends ShapeGraphics {

  static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private static final String[] CAPS = {"butt", "round", "square"};
  private static final String[] JOINS = {"miter", "round", "bevel"};

  private final Document document;
  private final Element root;
  private final Element definitions;
  private final Map<String, String> clips = new LinkedHashMap<>();

  /** Creates graphics that append to an element, which is the root of its document. */
  SvgGraphics(Element root) {
    this.document = root.getOwnerDocument();
    this.root = root;
    this.definitions = append(root, "defs");
  }

  @Override
  public void fill(Shape shape) {
    SvgPath path = pathOf(shape);
    if (!path.isEmpty()) {
      Element element = appendPath(root, path);
      setColor(element, "fill");
      setClip(element);
    }
  }

  @Override
  public void draw(Shape shape) {
    if (!(getStroke() instanceof BasicStroke stroke)) {
      fill(getStroke().createStrokedShape(shape));
      return;
    }
    SvgPath path = pathOf(shape);
    if (!path.isEmpty()) {
      Element element = appendPath(root, path);
      element.setAttribute("fill", "none");
      setColor(element, "stroke");
      setStroke(element, stroke);
      setClip(element);
    }
  }

  private SvgPath pathOf(Shape shape) {
    return SvgPath.of(shape.getPathIterator(getTransform()));
  }

  private Element appendPath(Element parent, SvgPath path) {
    Element element = append(parent, "path");
    element.setAttribute("d", path.data());
    if (path.evenOdd()) {
      element.setAttribute(parent == root ? "fill-rule" : "clip-rule", "evenodd");
    }
    return element;
  }

  private Element append(Element parent, String name) {
    Element element = document.createElementNS(NAMESPACE, name);
    parent.appendChild(element);
    return element;
  }

  private void setColor(Element element, String attribute) {
    Color color = getColor();
    element.setAttribute(attribute, "#%06x".formatted(color.getRGB() & 0xffffff));
    if (color.getAlpha() < 255) {
      element.setAttribute(attribute + "-opacity", SvgPath.number(color.getAlpha() / 255.0));
    }
  }

  private static void setStroke(Element element, BasicStroke stroke) {
    element.setAttribute("stroke-width", SvgPath.number(stroke.getLineWidth()));
    element.setAttribute("stroke-linecap", CAPS[stroke.getEndCap()]);
    element.setAttribute("stroke-linejoin", JOINS[stroke.getLineJoin()]);
    if (stroke.getDashArray() != null) {
      element.setAttribute("stroke-dasharray", SvgPath.numbers(stroke.getDashArray()));
    }
  }

  private void setClip(Element element) {
    Shape clip = getClip();
    if (clip != null) {
      element.setAttribute("clip-path", "url(#" + idOf(pathOf(clip)) + ")");
    }
  }

  private String idOf(SvgPath clip) {
    String known = clips.get(clip.data());
    if (known != null) {
      return known;
    }
    String id = "clip" + clips.size();
    clips.put(clip.data(), id);
    Element element = append(definitions, "clipPath");
    element.setAttribute("id", id);
    appendPath(element, clip);
    return id;
  }
}
