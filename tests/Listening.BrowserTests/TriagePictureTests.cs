using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Listening.BrowserTests;

/// <summary>Pictures of a customer's post in the thread of its case, from a server on this machine.</summary>
[Collection(TriageRoom.Name)]
public sealed class TriagePictureTests(Chromium chromium, TriageServer server)
{
    [Fact]
    public async Task A_picture_stands_in_the_thread_with_its_words_or_says_that_it_has_none_or_cannot_be_had()
    {
        using var host = new HttpListener();
        var address = FreeAddress();
        host.Prefixes.Add(address);
        host.Start();
        var asked = new List<string>();
        object[] attachments =
        [
            new { kind = "image", url = $"{address}queue.png", alt = "A long queue before a closed desk" }, new { kind = "image", url = $"{address}bare.png", alt = (string?)null },
            new { kind = "image", url = $"{address}gone.png", alt = "A torn label" }, new { kind = "video", url = $"{address}film.mp4", alt = "A film of the belt" },
        ];
        var now = TimeProvider.System.GetUtcNow();
        await server.SendAsync(TriageServer.Post("papa-0", "papa0", "@acme this is your desk. papa", now.AddMinutes(-9), attachments: attachments));
        await server.UntilAsync("papa", 1);
        await using var leo = await server.JoinedAsync(chromium, "Leo");
        // One of them is gone at its host, which the program says as it is.
        leo.Expected.Add("502 (Bad Gateway)");
        var drawn = await leo.Page.EvaluateAsync<string>(
            """
            () => {
              const [canvas, colours] = [document.createElement("canvas"), ["#7a5", "#c73", "#37a"]];
              [canvas.width, canvas.height] = [160, 120];
              colours.forEach((colour, at) => {
                const pen = canvas.getContext("2d");
                pen.fillStyle = colour;
                pen.fillRect(at * 54, 0, 54, 120);
              });
              return canvas.toDataURL("image/png").split(",")[1];
            }
            """);
        var serving = ServeAsync(host, Convert.FromBase64String(drawn), asked);
        await leo.GoAsync("/triage?q=papa");
        var thread = leo.Page.Locator(".case-thread");
        var picture = thread.GetByRole(AriaRole.Img, new() { Name = "A long queue before a closed desk" });
        await Expect(picture).ToBeVisibleAsync();
        await Expect(thread.GetByRole(AriaRole.Img, new() { Name = "A picture without a description" })).ToBeVisibleAsync();
        await Expect(thread.Locator(".picture-says")).ToHaveTextAsync(["A long queue before a closed desk", "no description"]);
        await Expect(thread.Locator(".no-picture")).ToHaveTextAsync("A picture that cannot be had: A torn label");
        await Expect(thread.GetByRole(AriaRole.List, new() { Name = "Attached" }).GetByRole(AriaRole.Listitem)).ToHaveTextAsync(["video 1: A film of the belt"]);
        // Drawn, and by this program alone.
        Assert.True(await picture.EvaluateAsync<bool>("async (image) => (await image.decode(), image.naturalWidth === 160 && new URL(image.src).origin === location.origin)"));
        foreach (var (width, scheme) in ((int, ColorScheme)[])[(1440, ColorScheme.Light), (1440, ColorScheme.Dark), (390, ColorScheme.Light), (390, ColorScheme.Dark)])
        {
            await leo.Page.SetViewportSizeAsync(width, 900);
            await leo.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            if (width == 390 && await leo.Page.Locator(".queue").IsVisibleAsync()) await leo.Page.Locator(".case-row .open").First.ClickAsync();
            await Expect(picture).ToBeVisibleAsync();
            await leo.AssertNoSidewaysScrollingAsync();
            await leo.PictureAsync($"triage-pictures-{width}-{scheme.ToString().ToLowerInvariant()}", whole: false);
            await Axe.AssertCleanAsync(leo);
        }

        host.Stop();
        await serving;
        Assert.Equal(["/bare.png", "/gone.png", "/queue.png"], asked.Distinct().Order(StringComparer.Ordinal));
    }

    private static async Task ServeAsync(HttpListener host, byte[] picture, List<string> asked)
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await host.GetContextAsync();
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException && !host.IsListening)
            {
                return;
            }

            var path = context.Request.Url!.AbsolutePath;
            lock (asked) asked.Add(path);
            if (path == "/gone.png") context.Response.StatusCode = 404;
            else
            {
                context.Response.ContentType = "image/png";
                await context.Response.OutputStream.WriteAsync(picture);
            }

            context.Response.Close();
        }
    }

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";
    }
}
