"""The page of a notebook, its formulas as MathML: every browser shows that without a network."""

import html
import os
import re

from latex2mathml.converter import convert
from nbconvert.exporters.html import HTMLExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

# The converter knows these environments under their older names only.
SAME = {"aligned": "align*", "gathered": "align*", "equation": "align*"}


class Page(HTMLExporter):
    """One HTML file with everything in it."""

    def __init__(self):
        here = os.path.dirname(os.path.abspath(__file__))
        super().__init__(template_name="page", extra_template_basedirs=[here], embed_images=True)
        self.misread = []

    def of(self, notebook, title):
        """The text of the page, and the formulas that could not be read."""
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
        try:
            mathml = convert(tex, display=display)
        except Exception:  # the converter's own kinds are many, and each means the same here
            mathml = ""
        # What it does not know it copies: a command with its backslash, a bare ampersand.
        if not mathml or re.search(r">\\[A-Za-z]|>&<", mathml):
            self.misread.append(source.strip())
            return f"<code>{html.escape(source.strip())}</code>"
        return mathml


class Renderer(IPythonRenderer):
    """Markdown as the notebook shows it, with the formulas handed to `formula`."""

    def __init__(self, formula, **options):
        super().__init__(**options)
        self.formula = formula

    def block_math(self, body):
        return self.formula(body, "block")

    def inline_math(self, body):
        return self.formula(body, "inline")

    def latex_environment(self, name, body):
        return self.formula(f"\\begin{{{name}}}{body}\\end{{{name}}}", "block")
