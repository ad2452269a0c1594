namespace GeminiGen.Package.Tests;

/// <summary>Test projects of every framework that reference <c>GeminiGen.Testing</c> alone.</summary>
internal static class TestConsumers
{
    public const string Xunit2 = "TestsOfXunit2";
    public const string Xunit3 = "TestsOfXunit3";
    public const string NUnit = "TestsOfNUnit";
    public const string MSTest = "TestsOfMSTest";

    /// <summary>What each of them tests; <c>CLASS</c>, <c>TEST</c> and <c>TRUE</c> are the framework's words.</summary>
    private const string Source = """
        using System.Net.Http;
        using GeminiGen;
        using GeminiGen.Testing;
        USING

        [GeminiPrompts(Model = GeminiModels.Gemini38Flash)]
        public partial interface IDesk
        {
            [Prompt("Classify {feedback}")]
            Task<Mood> ClassifyAsync(string feedback, CancellationToken cancellationToken = default);
        }

        public sealed record Mood(string Name, int Stars);

        CLASS
        public class KitTests
        {
            TEST
            public async Task A_fake_answers_and_remembers()
            {
                var fake = GeminiFake.For<IDesk>();
                fake.OnClassify(feedback => new Mood(feedback, 2));

                Mood mood = await fake.Instance.ClassifyAsync("fine");

                TRUE(mood == new Mood("fine", 2));
                TRUE(fake.ClassifyCalls()[0].Arguments.feedback == "fine");
                TRUE(fake.ClassifyCalls()[0].UserPrompt == "Classify fine");
            }

            TEST
            public async Task Real_calls_are_blocked()
            {
                using var client = new GeminiClient(new GeminiOptions { ApiKey = "k" });
                bool isBlocked = false;
                try
                {
                    await new Desk(client).ClassifyAsync("fine");
                }
                catch (GeminiConfigurationException)
                {
                    isBlocked = true;
                }

                TRUE(isBlocked);
            }

            TEST
            public async Task Recordings_and_snapshots_are_beside_the_source()
            {
                using (var recorder = new GeminiRecorder("Recordings", GeminiRecorderMode.Record))
                {
                    using var client = recorder.CreateClient(new GeminiOptions { ApiKey = "k" }, new Stub());
                    TRUE((await new Desk(client).ClassifyAsync("fine")).Stars == 3);
                }

                using var replay = new GeminiRecorder("Recordings", GeminiRecorderMode.ReplayOnly);
                using var offline = replay.CreateClient();
                TRUE((await new Desk(offline).ClassifyAsync("fine")).Stars == 3);
                await PromptSnapshot.Of(new Desk(offline)).VerifyAsync(desk => desk.RenderClassifyAsync("fine"));
            }
        }

        internal sealed class Stub : HttpMessageHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
                => Task.FromResult(new HttpResponseMessage { Content = new StringContent(
                    "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"{\\\"name\\\":\\\"x\\\",\\\"stars\\\":3}\"}]},\"finishReason\":\"STOP\"}]}", System.Text.Encoding.UTF8, "application/json") });
        }
        """;

    /// <summary>Every project: its name, its project file and its source.</summary>
    public static IReadOnlyList<(string Name, string Project, string Source)> All =>
    [
        (Xunit2, Project("<PackageReference Include=\"xunit\" Version=\"2.9.3\" /><PackageReference Include=\"xunit.runner.visualstudio\" Version=\"3.1.5\" />"), Of("using Xunit;", "", "[Fact]", "Assert.True")),
        (Xunit3, Project("<PackageReference Include=\"xunit.v3\" Version=\"3.2.2\" /><PackageReference Include=\"xunit.runner.visualstudio\" Version=\"3.1.5\" />"), Of("using Xunit;", "", "[Fact]", "Assert.True")),
        (NUnit, Project("<PackageReference Include=\"NUnit\" Version=\"4.6.1\" /><PackageReference Include=\"NUnit3TestAdapter\" Version=\"6.3.1\" />"), Of("using NUnit.Framework;", "", "[Test]", "Assert.That")),
        (MSTest, Project("<PackageReference Include=\"MSTest.TestFramework\" Version=\"4.5.3\" /><PackageReference Include=\"MSTest.TestAdapter\" Version=\"4.5.3\" />"), Of("using Microsoft.VisualStudio.TestTools.UnitTesting;", "[TestClass]", "[TestMethod]", "Assert.IsTrue")),
    ];

    private static string Of(string usings, string @class, string test, string isTrue) => Source
        .Replace("USING", usings, StringComparison.Ordinal)
        .Replace("CLASS", @class, StringComparison.Ordinal)
        .Replace("TEST", test, StringComparison.Ordinal)
        .Replace("TRUE", isTrue, StringComparison.Ordinal);

    private static string Project(string packages) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <!-- As deterministic builds do: the source's path is not what it is on the disk. -->
            <PathMap>$(MSBuildProjectDirectory)=/_/tests</PathMap>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.1" />
            <PackageReference Include="GeminiGen.Testing" Version="$(GeminiGenVersion)" />
            {packages}
          </ItemGroup>
        </Project>
        """;
}
