using Microsoft.Playwright;
using Xunit;

namespace Listening.BrowserTests;

/// <summary>Looks whether a text became more than text in any page of a tab.</summary>
internal sealed class HostileWatch
{
    private const string Look = """
        (texts) => {
          const found = [];
          const made = "iframe, object, embed, base, math, marquee, style, animate, details[ontoggle], meta[http-equiv], script:not([src]), script:not([src^='/']), img:not([src^='/dashboards/']), form[action]:not([action^='/'])";
          for (const element of document.querySelectorAll(made)) found.push(`an element: ${element.outerHTML.slice(0, 200)}`);
          for (const element of document.querySelectorAll("*"))
            for (const { name, value } of element.attributes) {
              if (/^on/i.test(name)) found.push(`a handler: ${element.outerHTML.slice(0, 200)}`);
              if (/^(href|src|action|formaction|data|srcdoc|xlink:href)$/i.test(name) && /^[\s\u0000-\u001f]*(javascript|data|vbscript):/i.test(value) && element.localName !== "link")
                found.push(`an address: ${element.outerHTML.slice(0, 200)}`);
            }
          // The nearest box or isolation around a text: a sign in it turns all that stands in there, and nothing else.
          const around = (text) => {
            let box = text.parentElement;
            while (getComputedStyle(box).display === "inline" && !/isolate|plaintext/.test(getComputedStyle(box).unicodeBidi)) box = box.parentElement;
            return box;
          };
          const words = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest("script, option")) words.push(walker.currentNode);
          for (const text of words.filter(({ data }) => /[\u202a-\u202e\u2066-\u2069]/.test(data)))
            if (words.some((other) => other !== text && around(other) === around(text))) found.push(`turns what stands beside it: ${around(text).outerHTML.slice(0, 200)}`);
          const plain = (text) => text.replace(/\s+/g, " ");
          const shown = plain(document.body.textContent + [...document.querySelectorAll("input, textarea, select")].map((field) => field.value).join(" "));
          for (const text of texts) if (!shown.includes(plain(text))) found.push(`not shown as it is: ${text}`);
          return found;
        }
        """;

    private readonly List<string> ran = [];
    private readonly IPage page;

    private HostileWatch(IPage page) => this.page = page;

    /// <summary>Watches a tab from now on.</summary>
    public static async Task<HostileWatch> OnAsync(IPage page)
    {
        var watch = new HostileWatch(page);
        page.Dialog += async (_, dialog) =>
        {
            watch.Note($"a dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        await page.ExposeFunctionAsync<string, bool>("hostileTextActed", watch.Note);
        await page.AddInitScriptAsync("""
            document.addEventListener("securitypolicyviolation", (event) => hostileTextActed(`the policy stopped ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
            window.alert = (text) => hostileTextActed(`an alert: ${text}`);
            """);
        return watch;
    }

    /// <summary>Nothing ran, nothing tried to, and these texts are read as they were written.</summary>
    public async Task AssertTextAsync(params IEnumerable<string> shown)
    {
        var found = await page.EvaluateAsync<string[]>(Look, shown.ToArray());
        Assert.True(found.Length == 0, $"{page.Url}\n{string.Join('\n', found)}");
        lock (ran) Assert.True(ran.Count == 0, $"{page.Url}\n{string.Join('\n', ran)}");
    }

    private bool Note(string what)
    {
        lock (ran) ran.Add(what);
        return true;
    }
}
