"""The page of a notebook, its formulas as MathML: every browser shows that without a network."""

import html
import os
import re

from latex2mathml.converter import convert
from nbconvert.exporters.html import HTMLExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

# The converter knows these environments under their older names only.
SAME = {"aligned": "align*", "gathered": "align*", "equation": "align*"}
# Unbraced, an exponent behind one of these would go to its first bracket.
MATRIX = re.compile(r"\\(begin|end)\{([pbvVB]?matrix)\}")
BIG_BAR = re.compile(r"(\\[bB]igg?[lmr]?)\s*(?:\\[lr](?P<bar>[Vv])ert(?![A-Za-z])|\\\|)")


class Page(HTMLExporter):
    """One HTML file with everything in it."""

    def __init__(self):
        here = os.path.dirname(os.path.abspath(__file__))
        super().__init__(template_name="page", extra_template_basedirs=[here], embed_images=True)
        self.misread = []

    def of(self, notebook, title, folder):
        """The text of the page, and the formulas that could not be read.

        Pictures are looked for in the folder.
        """
        self.folder = folder
        page, _ = self.from_notebook_node(notebook, {"metadata": {"name": title}})
        return page, self.misread

    def default_filters(self):
        yield from super().default_filters()
        yield ("markdown2html", self.markdown2html)
        yield ("latex2mathml", self.output)

    def markdown2html(self, context, source):
        renderer = Renderer(
            self.formula,
            escape=False,
            attachments=context.get("cell", {}).get("attachments", {}),
            embed_images=True,
            path=self.folder,
            anchor_link_text="",
            exclude_anchor_links=True,
        )
        return MarkdownWithMath(renderer=renderer).render(source)

    markdown2html.contextfunction = True
    markdown2html.jinja_pass_arg = HTMLExporter.markdown2html.jinja_pass_arg

    def output(self, source):
        """A formula that a cell showed: with or without its dollars."""
        text = source.strip()
        for mark in ("$$", "$"):
            if text.startswith(mark) and text.endswith(mark) and len(text) > 2 * len(mark):
                text = text[len(mark) : -len(mark)]
                break
        return self.formula(text, "block")

    def formula(self, source, display):
        tex = re.sub(
            r"\\(begin|end)\{(\w+)\}",
            lambda m: f"\\{m.group(1)}{{{SAME.get(m.group(2), m.group(2))}}}",
            source.strip(),
        )
        tex = MATRIX.sub(
            lambda m: "{" + m.group(0) if m.group(1) == "begin" else m.group(0) + "}", tex
        )
        # Nor does it enlarge a bar that has a name: \Big\lVert.
        tex = BIG_BAR.sub(lambda m: m.group(1) + ("|" if m.group("bar") == "v" else "‖"), tex)
        try:
            mathml = convert(tex, display=display)
        except Exception:  # the converter's own kinds are many, and each means the same here
            mathml = ""
        # What it does not know it copies: a command with its backslash, a bare ampersand.
        if not mathml or re.search(r">\\|>&<", mathml):
            self.misread.append(source.strip())
            return f"<code>{html.escape(source.strip())}</code>"
        return mathml


class Renderer(IPythonRenderer):
    """Markdown as the notebook shows it, with the formulas handed to `formula`."""

    def __init__(self, formula, **options):
        super().__init__(**options)
        self.formula = formula

    def link(self, text, url, title=None):
        """A notebook is not beside the page: its name stands there, and no dead link."""
        if url.endswith(".ipynb") and "://" not in url:
            return f"{text} (<code>{html.escape(os.path.basename(url))}</code>)"
        return super().link(text, url, title)

    def block_math(self, body):
        return self.formula(body, "block")

    def _html_embed_images(self, html):
        """Pictures of HTML in the text. The exporter's own way parses each piece of HTML as if it
        were whole, and so closes a <details> before its content."""
        return re.sub(
            r'(<img\b[^>]*?\bsrc=")([^"]+)"',
            lambda m: m.group(1) + self._embed_image_or_attachment(m.group(2)) + '"',
            html,
        )

    def block_html(self, html):
        return super().block_html(self.within(html))

    def inline_html(self, html):
        return super().inline_html(self.within(html))

    def within(self, html):
        """HTML whose text, between its tags, has formulas too."""
        return re.sub(
            r"<(script|style)\b.*?</\1>|<[^>]*>|\$([^$<]+)\$",
            lambda m: self.formula(m.group(2), "inline") if m.group(2) else m.group(0),
            html,
            flags=re.S,
        )

    def inline_math(self, body):
        return self.formula(body, "inline")

    def latex_environment(self, name, body):
        return self.formula(f"\\begin{{{name}}}{body}\\end{{{name}}}", "block")
