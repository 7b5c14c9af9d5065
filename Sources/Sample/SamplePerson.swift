/// The invented person whose openings the demo shows: what a JSON Resume of theirs would hold.
package enum SamplePerson {
    package static let name = "sample-person.json"
    package static let introduction = "Robin Sample, platform engineer in Berlin, wants remote or hybrid work"
    package static let country = "DE"

    package static let resume = Array(
        """
        {
          "basics": {"name": "Robin Sample", "label": "Platform engineer", "location": {"city": "Berlin", "countryCode": "DE"}},
          "work": [
            {"name": "Lanternworks", "position": "Platform Engineer", "startDate": "2021-04",
             "summary": "Ran Kubernetes clusters on AWS and described them with Terraform.",
             "highlights": ["Moved 40 services to Argo CD", "Cut pages by half with Prometheus and Grafana",
                            "Shared the on-call rota"]},
            {"name": "Pier Nine", "position": "System Administrator", "startDate": "2017-09", "endDate": "2021-03",
             "summary": "Linux servers, Ansible, PostgreSQL, and Python for the rest."}
          ],
          "skills": [
            {"name": "Kubernetes", "level": "expert"}, {"name": "Terraform", "level": "practitioner"},
            {"name": "Cloud", "keywords": ["AWS", "Docker", "Helm"]}, {"name": "Languages", "keywords": ["Python", "Bash", "Go"]},
            {"name": "Tools", "keywords": ["Git", "GitHub Actions", "Prometheus", "Grafana", "Linux", "PostgreSQL"]}
          ]
        }
        """.utf8)
}
