package org.prairieml.host.figures;

import java.io.ByteArrayOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Encodes a figure as SVG, with its title and labels as text for those who cannot see it. Batik
 * turns what is painted into elements, text into outlines.
 */
final class SvgEncoder {

  private static final String NAMESPACE = SVGGraphics2D.SVG_NAMESPACE_URI;

  /** Hundredths of a unit are finer than any screen; more digits would only make a larger file. */
  private static final int DECIMALS = 2;

  private SvgEncoder() {}

  // One at a time: Batik's contexts share formats of numbers, which threads may not.
  static synchronized byte[] encode(Figure figure) {
    try {
      Document document =
          DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
      Element root = document.createElementNS(NAMESPACE, "svg");
      document.appendChild(root);
      setSize(root, figure.width(), figure.height());
      appendText(root, "title", figure.title());
      appendText(root, "desc", String.join("; ", figure.labels()));
      paint(figure, root);
      return serialize(document);
    } catch (ParserConfigurationException | TransformerException e) {
      throw new IllegalStateException("The JDK's own XML does not work.", e);
    }
  }

  private static void setSize(Element root, int width, int height) {
    root.setAttribute("width", Integer.toString(width));
    root.setAttribute("height", Integer.toString(height));
    root.setAttribute("viewBox", "0 0 " + width + " " + height);
    root.setAttribute("role", "img");
  }

  private static void appendText(Element root, String name, String text) {
    Element element = root.getOwnerDocument().createElementNS(NAMESPACE, name);
    element.setTextContent(text);
    root.appendChild(element);
  }

  private static void paint(Figure figure, Element root) {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(root.getOwnerDocument());
    context.setPrecision(DECIMALS);
    context.setComment(null);
    SVGGraphics2D graphics = new SVGGraphics2D(context, true);
    try {
      figure.paint(graphics);
      graphics.getRoot(root);
    } finally {
      graphics.dispose();
    }
  }

  // Batik's own writer would name a DTD, for which readers might go to the network.
  private static byte[] serialize(Document document) throws TransformerException {
    Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.INDENT, "yes");
    transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "1");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    transformer.transform(new DOMSource(document), new StreamResult(bytes));
    return bytes.toByteArray();
  }
}
