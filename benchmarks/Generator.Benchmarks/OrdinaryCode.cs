using System.Globalization;
using GeminiGen.TestHarness;

namespace GeminiGen.Generator.Benchmarks;

/// <summary>Files of ordinary business code, which knows nothing of Gemini: texts, calls, queries, properties and requests to another host.</summary>
internal static class OrdinaryCode
{
    /// <summary>Files of about a hundred lines each.</summary>
    public static IEnumerable<SourceFile> Create(int files)
        => Enumerable.Range(0, files).Select(static number => new SourceFile(
            string.Create(CultureInfo.InvariantCulture, $"Orders{number}.cs"),
            Template.Replace("__N__", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));

    private const string Members = """
            public decimal Total__M__(IReadOnlyList<Line__N__> lines)
            {
                decimal total = 0;
                foreach (var line in lines.Where(line => line.Count > __M__).OrderBy(line => line.Article))
                {
                    total += line.Price * line.Count;
                    _log.Add($"{line.Article}: {line.Count} x {line.Price} = {total}");
                }

                if (total > 1000 && _names.TryGetValue("ALPHA__M__", out var name))
                {
                    throw new InvalidOperationException("Order of " + name + " is above the limit of " + total.ToString(CultureInfo.InvariantCulture) + " DATA");
                }

                return Math.Round(total, 2);
            }

            public async Task<string> Load__M__Async(HttpClient http, string id, CancellationToken token)
            {
                var text = new StringBuilder("https://shop.example.com/api/");
                text.Append("orders/").Append(id).Append("?page=").Append(__M__);
                using var response = await http.GetAsync(new Uri(text.ToString()), token);
                var line = new Line__N__ { Article = id, Count = __M__, Price = 9.99m };
                _names[id] = line.Article.Replace("-", "");
                return await response.Content.ReadAsStringAsync(token);
            }

        """;

    private static readonly string Template = """
        using System;
        using System.Collections.Generic;
        using System.Globalization;
        using System.Linq;
        using System.Net.Http;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Shop;

        internal sealed class Line__N__
        {
            public string Article { get; set; } = "none";
            public int Count { get; set; }
            public decimal Price { get; set; }
        }

        internal sealed class Orders__N__
        {
            private readonly List<string> _log = new();
            private readonly Dictionary<string, string> _names = new() { ["ALPHA1"] = "Miller", ["ALPHA2"] = "Smith" };


        """ + string.Concat(Enumerable.Range(1, 4).Select(static number => Members.Replace("__M__", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))) + "}\n";
}
