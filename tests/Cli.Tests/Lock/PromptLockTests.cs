using System.Text.Json.Nodes;

namespace GeminiGen.Cli.Tests.Lock;

/// <summary>The file of a prompt lock: what is written, and what is refused.</summary>
public sealed class PromptLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void File_is_for_people()
    {
        JsonObject rich = new()
        {
            ["contract"] = "Desk.IDesk",
            ["method"] = "RateAsync(string review)",
            ["system"] = "Be \"kind\".\nAlways – über all.",
            ["examples"] = new JsonArray(new JsonObject { ["user"] = "Fine.\nReally.", ["model"] = "4" }),
            ["prompt"] = "Rate {review}",
            ["settings"] = JsonNode.Parse("""{"temperature":0.5}"""),
            ["schema"] = JsonNode.Parse("""{"type":"integer"}"""),
            ["tokens"] = 20,
        };

        Assert.Equal(
            """
            {
              "version": 1,
              "contracts": [
                {
                  "contract": "Desk.IArchive",
                  "methods": [
                    {
                      "method": "FindAsync()",
                      "hash": "HASH",
                      "tokens": 4,
                      "model": "gemini-3.8-flash",
                      "prompt": [
                        "Ask {text}"
                      ]
                    }
                  ]
                },
                {
                  "contract": "Desk.IDesk",
                  "methods": [
                    {
                      "method": "AskAsync(string text)",
                      "hash": "HASH",
                      "tokens": 4,
                      "model": "gemini-3.8-flash",
                      "prompt": [
                        "Ask {text}"
                      ]
                    },
                    {
                      "method": "RateAsync(string review)",
                      "hash": "HASH",
                      "tokens": 20,
                      "system": [
                        "Be \"kind\".",
                        "Always – über all."
                      ],
                      "examples": [
                        {
                          "user": [
                            "Fine.",
                            "Really."
                          ],
                          "model": [
                            "4"
                          ]
                        }
                      ],
                      "prompt": [
                        "Rate {review}"
                      ],
                      "settings": {
                        "temperature": 0.5
                      },
                      "schema": {
                        "type": "integer"
                      }
                    }
                  ]
                }
              ]
            }

            """.ReplaceLineEndings("\n"),
            System.Text.RegularExpressions.Regex.Replace(Facts.Lock(rich, Facts.Method(), Facts.Method("FindAsync()", contract: "Desk.IArchive")).ToString(), "\"hash\": \"[0-9a-f]{16}\"", "\"hash\": \"HASH\""));
    }

    [Fact]
    public void Hash_stands_for_what_is_sent_and_for_nothing_else()
    {
        string hash = HashOf(Facts.Method());

        Assert.Equal(hash, HashOf(Facts.Method(tokens: 99)));
        Assert.Equal(hash, HashOf(Facts.Method("OtherAsync()", contract: "Desk.IOther")));
        Assert.Equal(HashOf(Facts.Method(prompt: "a\nb")), HashOf(Facts.Method(prompt: "a\r\nb")));
        Assert.NotEqual(hash, HashOf(Facts.Method(prompt: "Ask {text}.")));
        Assert.NotEqual(hash, HashOf(Facts.Method(model: null)));
        Assert.NotEqual(hash, HashOf(Facts.Method(settings: """{"seed":1}""")));
    }

    [Fact]
    public void File_does_not_depend_on_the_order_of_sources()
        => Assert.Equal(Facts.Lock(Facts.Method("A()"), Facts.Method("B()")).ToString(), Facts.Lock(Facts.Method("B()"), Facts.Method("A()")).ToString());

    [Fact]
    public void Frameworks_are_named_where_they_differ_only()
    {
        var text = PromptLock.Create(
        [
            new CompiledProject("/desk/Desk.csproj", "net8.0", [Facts.Method(), Facts.Method("OldAsync()"), Facts.Method("SayAsync()", "Say it")]),
            new CompiledProject("/desk/Desk.csproj", "net10.0", [Facts.Method(), Facts.Method("SayAsync()", "Say it well")]),
        ]);

        Assert.Equal(
            ["Desk.IDesk.AskAsync ", "Desk.IDesk.OldAsync [\"net8.0\"]", "Desk.IDesk.SayAsync [\"net10.0\"]", "Desk.IDesk.SayAsync [\"net8.0\"]"],
            text.Methods.Select(static method => $"{method.Name} {method.Members["frameworks"]?.ToJsonString()}"));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void What_is_written_is_read(string lineEnd)
    {
        PromptLock written = Facts.Lock(Facts.Method(prompt: "Ask {text}\n\nin two lines"), Facts.Method("B()", model: null));
        string path = _folder.Write(PromptLock.FileName, written.ToString().ReplaceLineEndings(lineEnd));

        PromptLock read = PromptLock.Read(path)!;

        Assert.Equal(written.ToString(), read.ToString());
        Assert.Equal("", LockDiff.Create(read, written));
        Assert.False(written.Write(path));
    }

    [Fact]
    public void Method_that_cannot_be_served_is_told()
    {
        JsonObject fault = new() { ["contract"] = "Desk.IDesk", ["method"] = "AskAsync", ["fault"] = "GG0007: there is no parameter 'missing'." };

        LockException exception = Assert.Throws<LockException>(() => Facts.Lock(Facts.Method(), fault));

        Assert.Equal("Desk.IDesk.AskAsync cannot be called: GG0007: there is no parameter 'missing'.", exception.Message);
    }

    [Fact]
    public void File_of_a_newer_version_is_neither_read_nor_written_over()
    {
        string path = _folder.Write(PromptLock.FileName, """{ "version": 2, "locks": [] }""");

        Assert.All(
            [Assert.Throws<LockException>(() => PromptLock.Read(path)), Assert.Throws<LockException>(() => PromptLock.RefuseNewer(path))],
            static exception => Assert.Contains("is of version 2, and this tool knows 1. Update it: dotnet tool update GeminiGen.Cli", exception.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<<<<<<< HEAD")]
    [InlineData(">>>>>>> feature")]
    public void Conflict_is_told_with_its_line_and_written_over(string marker)
    {
        string path = _folder.Write(PromptLock.FileName, $"{{\n  \"version\": 1,\n{marker}\n  \"contracts\": []\n}}\n");

        LockException exception = Assert.Throws<LockException>(() => PromptLock.Read(path));

        Assert.StartsWith($"{path}(3): A merge has left a conflict here.", exception.Message, StringComparison.Ordinal);
        PromptLock.RefuseNewer(path);
        Assert.True(Facts.Lock(Facts.Method()).Write(path));
        Assert.Single(PromptLock.Read(path)!.Methods);
    }

    [Theory]
    [InlineData("{\n  \"version\": 1,\n  oops\n}", "(3): This is no prompt lock")]
    [InlineData("", "(1): This is no prompt lock")]
    [InlineData("null", ": This is no prompt lock: 'version' is missing")]
    [InlineData("[]", ": This is no prompt lock: 'version' is missing")]
    [InlineData("{}", "'version' is missing")]
    [InlineData("{\"version\":\"1\"}", "'version' is no number")]
    [InlineData("{\"version\":1}", "'contracts' is missing")]
    [InlineData("{\"version\":1,\"contracts\":[null]}", "'contract' is missing")]
    [InlineData("{\"version\":1,\"contracts\":[{\"contract\":1,\"methods\":[]}]}", "'contract' is no text")]
    [InlineData("{\"version\":1,\"contracts\":[{\"contract\":\"A\",\"methods\":[{}]}]}", "'method' is missing")]
    [InlineData("{\"version\":1,\"contracts\":[{\"contract\":\"A\",\"methods\":[{\"method\":\"B\",\"method\":\"C\"}]}]}", ": This is no prompt lock: ")]
    public void What_is_no_lock_is_told(string text, string message)
    {
        string path = _folder.Write(PromptLock.FileName, text);

        LockException exception = Assert.Throws<LockException>(() => PromptLock.Read(path));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.StartsWith(path, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_only_file_stays_and_is_told()
    {
        string path = _folder.Write(PromptLock.FileName, Facts.Lock(Facts.Method()).ToString());
        File.SetAttributes(path, FileAttributes.ReadOnly);

        Assert.False(Facts.Lock(Facts.Method()).Write(path));
        LockException exception = Assert.Throws<LockException>(() => Facts.Lock(Facts.Method(prompt: "Other")).Write(path));

        Assert.Contains("is read-only. Make it writable", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Ask {text}", File.ReadAllText(path), StringComparison.Ordinal);
        File.SetAttributes(path, FileAttributes.Normal);
    }

    private static string HashOf(JsonObject method) => (string)Assert.Single(Facts.Lock(method).Methods).Members["hash"]!;
}
